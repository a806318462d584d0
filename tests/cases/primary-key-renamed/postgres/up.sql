-- rename primary key item_pk to item_pkey on item

ALTER INDEX "item_pk" RENAME TO "item_pkey";
