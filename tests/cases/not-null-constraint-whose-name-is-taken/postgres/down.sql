-- rename table thing to item
-- rename primary key thing_pkey to item_pkey on item
-- drop table item
--
-- Dangers:
-- renames: table thing is called item from now on
-- drops-table: table item goes, with the rows that it may have

DROP TABLE "item";

ALTER TABLE "thing" RENAME TO "item";

ALTER INDEX "thing_pkey" RENAME TO "item_pkey";
