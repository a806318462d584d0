-- rename column item.Id to id
-- rename column item.ItemName to itemname
--
-- Dangers:
-- renames: column item.Id is called id from now on
-- renames: column item.ItemName is called itemname from now on

ALTER TABLE "item" RENAME COLUMN "Id" TO "__migrate_Id";

ALTER TABLE "item" RENAME COLUMN "__migrate_Id" TO "id";

ALTER TABLE "item" RENAME COLUMN "ItemName" TO "__migrate_ItemName";

ALTER TABLE "item" RENAME COLUMN "__migrate_ItemName" TO "itemname";
