-- rename unique item_code_alone to item_code on item
-- drop unique item_code_once on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code is built

ALTER TABLE "item" DROP CONSTRAINT "item_code_once";

ALTER INDEX "item_code_alone" RENAME TO "item_code";
