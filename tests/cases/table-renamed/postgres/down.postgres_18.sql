-- rename table thing to item
-- change column item.id: not null constraint, key generation
-- rename primary key thing_pkey to item_pkey on item
-- rename unique thing_name_key to item_name_key on item
-- rename foreign key thing_parent_id_fkey to item_parent_id_fkey on item
-- rename check thing_name_check to item_name_check on item
--
-- Dangers:
-- renames: table thing is called item from now on

ALTER TABLE "thing" RENAME TO "item";

ALTER INDEX "thing_pkey" RENAME TO "item_pkey";

ALTER INDEX "thing_name_key" RENAME TO "item_name_key";

ALTER SEQUENCE "thing_id_seq" RENAME TO "item_id_seq";

ALTER TABLE "item" RENAME CONSTRAINT "thing_name_check" TO "item_name_check";

ALTER TABLE "item" RENAME CONSTRAINT "thing_parent_id_fkey" TO "item_parent_id_fkey";

ALTER TABLE "item" RENAME CONSTRAINT "thing_id_not_null" TO "item_id_not_null";
