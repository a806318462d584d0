-- rename unique item_name_once to item_name on item

ALTER INDEX "item_name_once" RENAME TO "item_name";
