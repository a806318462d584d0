-- rename column item.id to Id
-- rename column item.itemname to ItemName
--
-- Dangers:
-- renames: column item.id is called Id from now on
-- renames: column item.itemname is called ItemName from now on

ALTER TABLE "item" RENAME COLUMN "id" TO "__migrate_id";

ALTER TABLE "item" RENAME COLUMN "__migrate_id" TO "Id";

ALTER TABLE "item" RENAME COLUMN "itemname" TO "__migrate_itemname";

ALTER TABLE "item" RENAME COLUMN "__migrate_itemname" TO "ItemName";
