-- rename table item to thing
-- rename primary key item_pkey to thing_pkey on thing
--
-- Dangers:
-- renames: table item is called thing from now on

ALTER TABLE "item" RENAME TO "thing";

ALTER INDEX "item_pkey" RENAME TO "thing_pkey";
