-- change column ITEM.id: set not null
-- change column Item.name: type
-- add column item.name
--
-- Dangers:
-- blocks-reads: table ITEM is locked (ACCESS EXCLUSIVE) while every row's id is looked at for NULL

ALTER TABLE "ITEM" ALTER COLUMN "id" SET NOT NULL;

ALTER TABLE "Item" ALTER COLUMN "name" TYPE character varying(19);

ALTER TABLE "item" ADD COLUMN "name" text;
