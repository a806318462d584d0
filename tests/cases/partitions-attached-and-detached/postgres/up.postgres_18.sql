-- change column log_1.id: not null constraint
-- change column log_1.day: not null constraint
-- detach partition log_1 of log
-- change column log_2.id: not null constraint
-- change column log_2.day: not null constraint
-- attach log_2 to log as a partition FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
-- create primary key log_2_pkey on log_2
-- create index log_2_note_idx on log_2
--
-- Dangers:
-- blocks-reads: table log_2 is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER TABLE "log" DETACH PARTITION "log_1";

ALTER TABLE "log_1" RENAME CONSTRAINT "log_id_not_null" TO "log_1_id_not_null";

ALTER TABLE "log_1" RENAME CONSTRAINT "log_day_not_null" TO "log_1_day_not_null";

ALTER TABLE "log_2" RENAME CONSTRAINT "log_2_day_not_null" TO "log_day_not_null";

ALTER TABLE "log_2" RENAME CONSTRAINT "log_2_id_not_null" TO "log_id_not_null";

ALTER TABLE "log_2" ADD CONSTRAINT "log_2_pkey" PRIMARY KEY ("id", "day");

CREATE INDEX "log_2_note_idx" ON "log_2" ("note");

ALTER TABLE "log" ATTACH PARTITION "log_2" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
