-- rename index item_by_name to item_name on item

ALTER INDEX "item_by_name" RENAME TO "item_name";
