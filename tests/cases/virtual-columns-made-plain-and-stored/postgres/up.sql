-- change column item.twice: type, default, generated expression
-- add column item.name
-- change column item.half: generated expression
-- drop column item.label
-- create index item_name on item
--
-- Dangers:
-- drops-column: column item.label goes, with its values in 2 rows
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of twice changes

ALTER TABLE "item" ADD COLUMN "twice__new" integer;

UPDATE "item" SET "twice__new" = "twice";

ALTER TABLE "item"
    DROP CONSTRAINT "item_twice",
    DROP COLUMN "twice",
    DROP COLUMN "label",
    DROP COLUMN "half";

ALTER TABLE "item" RENAME COLUMN "twice__new" TO "twice";

ALTER TABLE "item"
    ALTER COLUMN "twice" TYPE bigint,
    ALTER COLUMN "twice" SET DEFAULT 0,
    ALTER COLUMN "twice" SET NOT NULL,
    ADD COLUMN "name" text,
    ADD COLUMN "half" integer GENERATED ALWAYS AS (price / 2) STORED,
    ADD CONSTRAINT "item_twice" CHECK (twice >= price);

CREATE INDEX "item_name" ON "item" ("name");

COMMENT ON COLUMN "item"."twice" IS 'two of them';
