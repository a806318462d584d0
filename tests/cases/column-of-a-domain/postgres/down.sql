-- change column item.price: set not null, default
-- drop column item.shipping
--
-- Dangers:
-- not-null-on-rows: column item.price becomes required, and a row that holds NULL stops the migration
-- drops-column: column item.shipping goes, with the values that it may hold
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's price is looked at for NULL

ALTER TABLE "item" DROP COLUMN "shipping";

ALTER TABLE "item"
    ALTER COLUMN "price" SET DEFAULT 0,
    ALTER COLUMN "price" SET NOT NULL;
