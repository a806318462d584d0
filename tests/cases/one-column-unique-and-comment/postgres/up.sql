-- change column item.code: comment
-- create unique item_code_unique on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item" ADD CONSTRAINT "item_code_unique" UNIQUE ("code");

COMMENT ON COLUMN "item"."code" IS 'as scanned';
