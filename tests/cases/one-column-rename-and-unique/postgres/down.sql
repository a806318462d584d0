-- rename column item.sku to code
-- drop unique item_code_unique on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";
