-- rename table thing to item
-- rename primary key thing_pkey to item_pkey on item
--
-- Dangers:
-- renames: table thing is called item from now on

ALTER TABLE "thing" RENAME TO "item";

ALTER INDEX "thing_pkey" RENAME TO "item_pkey";
