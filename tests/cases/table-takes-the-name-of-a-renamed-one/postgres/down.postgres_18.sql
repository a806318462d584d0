-- rename table old_item to item
-- change column item.id: not null constraint
-- rename primary key old_item_pkey to item_pkey on item
-- drop table item
--
-- Dangers:
-- renames: table old_item is called item from now on
-- drops-table: table item goes, with the rows that it may have

DROP TABLE "item";

ALTER TABLE "old_item" RENAME TO "item";

ALTER INDEX "old_item_pkey" RENAME TO "item_pkey";

ALTER TABLE "item" RENAME CONSTRAINT "old_item_id_not_null" TO "item_id_not_null";
