-- rename column item.item_id to id
-- change column item.id: not null constraint
--
-- Dangers:
-- renames: column item.item_id is called id from now on

ALTER TABLE "item" RENAME COLUMN "item_id" TO "id";

ALTER TABLE "item" RENAME CONSTRAINT "item_item_id_not_null" TO "item_id_not_null";
