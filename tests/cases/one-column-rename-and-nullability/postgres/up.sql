-- rename column item.code to sku
-- change column item.sku: set not null
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's sku is looked at for NULL

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ALTER COLUMN "sku" SET NOT NULL;
