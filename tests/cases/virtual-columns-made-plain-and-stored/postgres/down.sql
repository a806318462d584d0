-- change column item.twice: type, default, generated expression
-- add column item.label
-- change column item.half: generated expression
-- drop column item.name
-- drop index item_name on item
--
-- Dangers:
-- drops-data: column item.twice is computed from now on: values that it may hold go
-- drops-column: column item.name goes, with the values that it may hold
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of twice changes

DROP INDEX "item_name";

ALTER TABLE "item"
    DROP CONSTRAINT "item_twice",
    DROP COLUMN "half",
    DROP COLUMN "twice",
    DROP COLUMN "name";

ALTER TABLE "item"
    ADD COLUMN "twice" integer GENERATED ALWAYS AS (price * 2) VIRTUAL NOT NULL,
    ADD COLUMN "label" text GENERATED ALWAYS AS ('item '::text || id) VIRTUAL,
    ADD COLUMN "half" integer GENERATED ALWAYS AS (price / 2) VIRTUAL,
    ADD CONSTRAINT "item_twice" CHECK (twice >= price);

COMMENT ON COLUMN "item"."twice" IS 'two of them';
