-- attach log_1 to log as a partition FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
-- detach partition log_2 of log
-- drop primary key log_2_pkey on log_2
-- drop index log_2_note_idx on log_2

ALTER TABLE "log" DETACH PARTITION "log_2";

DROP INDEX "log_2_note_idx";

ALTER TABLE "log_2" DROP CONSTRAINT "log_2_pkey";

ALTER TABLE "log" ATTACH PARTITION "log_1" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
