-- change column item.code: generated expression
-- create unique item_code_unique on item
--
-- Dangers:
-- unique-on-rows: unique item_code_unique on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item"
    ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED,
    ADD CONSTRAINT "item_code_unique" UNIQUE ("code");
