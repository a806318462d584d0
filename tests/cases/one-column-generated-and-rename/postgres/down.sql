-- rename column item.sku to code
-- change column item.code: generated expression
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" DROP COLUMN "sku";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
