-- rename unique item_code to item_code_alone on item
-- create unique item_code_once on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_once is built

ALTER INDEX "item_code" RENAME TO "item_code_alone";

ALTER TABLE "item" ADD CONSTRAINT "item_code_once" UNIQUE ("code", "id");
