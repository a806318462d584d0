-- change column item.code: generated expression
-- create check item_code_filled on item
--
-- Dangers:
-- check-on-rows: check item_code_filled on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item"
    ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED,
    ADD CONSTRAINT "item_code_filled" CHECK (code > 0);
