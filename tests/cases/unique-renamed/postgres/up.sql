-- rename unique item_name to item_name_once on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_name_once is built

ALTER INDEX "item_name" RENAME TO "item_name_once";
