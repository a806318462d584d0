-- change unique item_once on item
--
-- Dangers:
-- unique-on-rows: unique item_once on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_once is built

ALTER TABLE "item" DROP CONSTRAINT "item_once";

ALTER TABLE "item" ADD CONSTRAINT "item_once" UNIQUE ("name");
