-- rename column item.id to Id
-- change column item.Id: not null constraint
-- rename column item.itemname to ItemName
-- change column item.ItemName: not null constraint
--
-- Dangers:
-- renames: column item.id is called Id from now on
-- renames: column item.itemname is called ItemName from now on

ALTER TABLE "item" RENAME COLUMN "id" TO "Id";

ALTER TABLE "item" RENAME COLUMN "itemname" TO "ItemName";

ALTER TABLE "item" RENAME CONSTRAINT "item_id_not_null" TO "item_Id_not_null";

ALTER TABLE "item" RENAME CONSTRAINT "item_itemname_not_null" TO "item_ItemName_not_null";
