-- rename column item.id to item_id
-- change column item.item_id: not null constraint
--
-- Dangers:
-- renames: column item.id is called item_id from now on

ALTER TABLE "item" RENAME COLUMN "id" TO "item_id";

ALTER TABLE "item" RENAME CONSTRAINT "item_id_not_null" TO "item_item_id_not_null";
