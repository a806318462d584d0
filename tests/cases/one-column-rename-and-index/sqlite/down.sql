-- rename column item.sku to code
-- drop index item_code on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

DROP INDEX "item_code";

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";
