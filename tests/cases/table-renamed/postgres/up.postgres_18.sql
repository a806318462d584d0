-- rename table item to thing
-- change column thing.id: not null constraint, key generation
-- rename primary key item_pkey to thing_pkey on thing
-- rename unique item_name_key to thing_name_key on thing
-- rename foreign key item_parent_id_fkey to thing_parent_id_fkey on thing
-- rename check item_name_check to thing_name_check on thing
--
-- Dangers:
-- renames: table item is called thing from now on

ALTER TABLE "item" RENAME TO "thing";

ALTER INDEX "item_pkey" RENAME TO "thing_pkey";

ALTER INDEX "item_name_key" RENAME TO "thing_name_key";

ALTER SEQUENCE "item_id_seq" RENAME TO "thing_id_seq";

ALTER TABLE "thing" RENAME CONSTRAINT "item_name_check" TO "thing_name_check";

ALTER TABLE "thing" RENAME CONSTRAINT "item_parent_id_fkey" TO "thing_parent_id_fkey";

ALTER TABLE "thing" RENAME CONSTRAINT "item_id_not_null" TO "thing_id_not_null";
