-- rename unique item_name_once to item_name on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_name is built

ALTER INDEX "item_name_once" RENAME TO "item_name";
