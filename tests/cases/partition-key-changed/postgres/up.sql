-- change column kept.id: type
-- attach kept to log as a partition FOR VALUES IN ('7')
-- change column log.id: type
-- change partition key of table log
-- change column log_1.id: type
-- change partition log_1 of log: FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') -> FOR VALUES IN ('1', '2')
-- change column log_2.id: type
-- change partition log_2 of log: FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') -> DEFAULT
--
-- Dangers:
-- rewrites-table: every row of table kept is written again, 1 row now
-- rewrites-table: every row of table log is written again, 3 rows now
-- rewrites-table: every row of table log_1 is written again, 1 row now
-- rewrites-table: every row of table log_2 is written again, 2 rows now
-- blocks-reads: table kept is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log_1 is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log_2 is locked (ACCESS EXCLUSIVE) while the type of id changes

CREATE TABLE "log__old" AS SELECT "id", "day", "note" FROM "log";

DROP TABLE "log_2";

DROP TABLE "log_1";

DROP TABLE "log";

CREATE TABLE "log" (
    "id" bigint NOT NULL,
    "day" date NOT NULL,
    "note" text
) PARTITION BY LIST (id);

CREATE TABLE "log_1" PARTITION OF "log" FOR VALUES IN ('1', '2');

CREATE TABLE "log_2" PARTITION OF "log" DEFAULT;

ALTER TABLE "kept" ALTER COLUMN "id" TYPE bigint;

ALTER TABLE "log" ATTACH PARTITION "kept" FOR VALUES IN ('7');

INSERT INTO "log" ("id", "day", "note") SELECT "id", "day", "note" FROM "log__old";

DROP TABLE "log__old";
