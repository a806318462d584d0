-- rename column item.code to sku
-- create unique item_code_unique on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ADD CONSTRAINT "item_code_unique" UNIQUE ("sku");
