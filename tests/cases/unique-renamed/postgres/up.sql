-- rename unique item_name to item_name_once on item

ALTER INDEX "item_name" RENAME TO "item_name_once";
