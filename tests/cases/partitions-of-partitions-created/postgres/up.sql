-- create table audit.Log a'b
-- create table audit.Log entry
-- create table audit.old
-- create table audit.rest

CREATE TABLE "audit"."Log entry" (
    "id" integer GENERATED ALWAYS AS IDENTITY,
    "Kind" text NOT NULL,
    "at" date NOT NULL,
    "item" integer,
    CONSTRAINT "Log entry_pkey" PRIMARY KEY ("id", "Kind", "at"),
    CONSTRAINT "Log entry_id_check" CHECK (id > 0),
    CONSTRAINT "Log entry_item_fkey" FOREIGN KEY ("item") REFERENCES "item" ("id")
) PARTITION BY LIST ("Kind");

CREATE INDEX "log of items" ON "audit"."Log entry" ("item");

CREATE TABLE "audit"."Log a'b" PARTITION OF "audit"."Log entry" FOR VALUES IN ('a''b', 'c') PARTITION BY RANGE (at);

CREATE TABLE "audit"."old" PARTITION OF "audit"."Log a'b" (
    CONSTRAINT "is_old" CHECK (at < '2020-01-01'::date)
) FOR VALUES FROM (MINVALUE) TO ('2020-01-01');

ALTER TABLE "audit"."old" ALTER COLUMN "item" SET DEFAULT 1;

CREATE TABLE "audit"."rest" PARTITION OF "audit"."Log entry" DEFAULT;

CREATE INDEX "rest_at" ON "audit"."rest" ("at");

COMMENT ON TABLE "audit"."rest" IS 'what nobody thought of';

COMMENT ON COLUMN "audit"."rest"."item" IS 'if any';
