-- rename index item_by_name to item_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_name is built

ALTER INDEX "item_by_name" RENAME TO "item_name";
