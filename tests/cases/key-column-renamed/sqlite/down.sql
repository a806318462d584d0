-- rename column item.item_id to id
--
-- Dangers:
-- renames: column item.item_id is called id from now on

ALTER TABLE "item" RENAME COLUMN "item_id" TO "id";
