-- rename table item to thing
-- change column thing.id: not null constraint
-- rename primary key item_pkey to thing_pkey on thing
--
-- Dangers:
-- renames: table item is called thing from now on

ALTER TABLE "item" RENAME TO "thing";

ALTER INDEX "item_pkey" RENAME TO "thing_pkey";

ALTER TABLE "thing" RENAME CONSTRAINT "item_id_not_null" TO "thing_id_not_null";
