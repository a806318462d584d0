-- change column kept.id: type
-- detach partition kept of log
-- change column log.id: type
-- change partition key of table log
-- change column log_1.id: type
-- change partition log_1 of log: FOR VALUES IN ('1', '2') -> FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
-- change column log_2.id: type
-- change partition log_2 of log: DEFAULT -> FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
--
-- Dangers:
-- narrows-type: column kept.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table kept is written again
-- narrows-type: column log.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table log is written again
-- narrows-type: column log_1.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table log_1 is written again
-- narrows-type: column log_2.id goes from bigint to integer: values may not fit
-- rewrites-table: every row of table log_2 is written again
-- blocks-reads: table kept is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log_1 is locked (ACCESS EXCLUSIVE) while the type of id changes
-- blocks-reads: table log_2 is locked (ACCESS EXCLUSIVE) while the type of id changes

ALTER TABLE "log" DETACH PARTITION "kept";

CREATE TABLE "log__old" AS SELECT "id", "day", "note" FROM "log";

DROP TABLE "log_2";

DROP TABLE "log_1";

DROP TABLE "log";

CREATE TABLE "log" (
    "id" integer NOT NULL,
    "day" date NOT NULL,
    "note" text
) PARTITION BY RANGE (day);

CREATE TABLE "log_1" PARTITION OF "log" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE TABLE "log_2" PARTITION OF "log" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

ALTER TABLE "kept" ALTER COLUMN "id" TYPE integer;

INSERT INTO "log" ("id", "day", "note") SELECT "id", "day", "note" FROM "log__old";

DROP TABLE "log__old";
