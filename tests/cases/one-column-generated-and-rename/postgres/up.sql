-- rename column item.code to sku
-- change column item.sku: generated expression
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "sku" integer GENERATED ALWAYS AS (amount * 3) STORED;
