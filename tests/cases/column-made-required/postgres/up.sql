-- change column item.name: set not null
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's name is looked at for NULL

ALTER TABLE "item" ALTER COLUMN "name" SET NOT NULL;
