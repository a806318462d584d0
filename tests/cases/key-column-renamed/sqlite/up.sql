-- rename column item.id to item_id
--
-- Dangers:
-- renames: column item.id is called item_id from now on

ALTER TABLE "item" RENAME COLUMN "id" TO "item_id";
