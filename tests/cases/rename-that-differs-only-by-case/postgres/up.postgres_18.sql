-- rename column item.Id to id
-- change column item.id: not null constraint
-- rename column item.ItemName to itemname
-- change column item.itemname: not null constraint
--
-- Dangers:
-- renames: column item.Id is called id from now on
-- renames: column item.ItemName is called itemname from now on

ALTER TABLE "item" RENAME COLUMN "Id" TO "id";

ALTER TABLE "item" RENAME COLUMN "ItemName" TO "itemname";

ALTER TABLE "item" RENAME CONSTRAINT "item_Id_not_null" TO "item_id_not_null";

ALTER TABLE "item" RENAME CONSTRAINT "item_ItemName_not_null" TO "item_itemname_not_null";
