-- rename primary key item_pkey to item_pk on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER INDEX "item_pkey" RENAME TO "item_pk";
