-- rename column item.sku to code
-- change column item.code: collation
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
