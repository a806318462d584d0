-- rename index item_name to item_by_name on item

ALTER INDEX "item_name" RENAME TO "item_by_name";
