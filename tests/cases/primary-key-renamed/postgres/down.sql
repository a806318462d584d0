-- rename primary key item_pkey to item_pk on item

ALTER INDEX "item_pkey" RENAME TO "item_pk";
