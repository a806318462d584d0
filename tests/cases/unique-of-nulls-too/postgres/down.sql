-- change unique item_code on item
--
-- Dangers:
-- unique-on-rows: unique item_code on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code is built

ALTER TABLE "item" DROP CONSTRAINT "item_code";

ALTER TABLE "item" ADD CONSTRAINT "item_code" UNIQUE ("code");
