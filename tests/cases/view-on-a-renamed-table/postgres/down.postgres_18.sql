-- rename table thing to item
-- change column item.id: not null constraint
-- rename primary key thing_pkey to item_pkey on item
--
-- Dangers:
-- renames: table thing is called item from now on

ALTER TABLE "thing" RENAME TO "item";

ALTER INDEX "thing_pkey" RENAME TO "item_pkey";

ALTER TABLE "item" RENAME CONSTRAINT "thing_id_not_null" TO "item_id_not_null";
