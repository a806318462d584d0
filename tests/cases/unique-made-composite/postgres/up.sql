-- change unique item_once on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_once is built

ALTER TABLE "item" DROP CONSTRAINT "item_once";

ALTER TABLE "item" ADD CONSTRAINT "item_once" UNIQUE ("code", "name");
