-- rename index item_name to item_by_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_by_name is built

ALTER INDEX "item_name" RENAME TO "item_by_name";
