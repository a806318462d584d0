-- change partition key of table log
-- create table log_1
-- create table log_rest
--
-- Dangers:
-- rewrites-table: every row of table log is written again, 3 rows now

ALTER SEQUENCE "log_n_seq" OWNED BY NONE;

ALTER TABLE "child" DROP CONSTRAINT "child_log_fkey";

CREATE TABLE "log__old" AS SELECT "id", "n", "parent", "note", "twice" FROM "log";

DROP VIEW "notes";

DROP MATERIALIZED VIEW "kept";

DROP TABLE "log";

CREATE TABLE "log" (
    "id" bigint GENERATED ALWAYS AS IDENTITY,
    "n" integer DEFAULT nextval('log_n_seq'::regclass) NOT NULL,
    "parent" integer,
    "note" text DEFAULT 'x'::text,
    "twice" integer GENERATED ALWAYS AS (n * 2) STORED,
    CONSTRAINT "log_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "log_parent_fkey" FOREIGN KEY ("parent") REFERENCES "parent" ("id")
) PARTITION BY RANGE (id);

CREATE INDEX "log_note" ON "log" ("note");

CREATE TABLE "log_1" PARTITION OF "log" FOR VALUES FROM ('0') TO ('2');

CREATE TABLE "log_rest" PARTITION OF "log" DEFAULT;

INSERT INTO "log" ("id", "n", "parent", "note") OVERRIDING SYSTEM VALUE SELECT "id", "n", "parent", "note" FROM "log__old";

DROP TABLE "log__old";

SELECT setval('"log_id_seq"', max("id")) FROM "log" HAVING max("id") BETWEEN 1 AND 9223372036854775807;

CREATE VIEW "notes" AS
 SELECT log.note
   FROM log;

CREATE MATERIALIZED VIEW "kept" AS
 SELECT log.id
   FROM log;

ALTER TABLE "child" ADD CONSTRAINT "child_log_fkey" FOREIGN KEY ("log") REFERENCES "log" ("id") ON DELETE CASCADE;

ALTER SEQUENCE "log_n_seq" OWNED BY "log"."n";

GRANT SELECT ON TABLE "log" TO PUBLIC;
