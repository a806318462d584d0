-- rename primary key item_pk to item_pkey on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built

ALTER INDEX "item_pk" RENAME TO "item_pkey";
