-- rename column item.sku to code
-- drop foreign key item_code_key on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";
