-- rename column item.sku to code
-- change column item.code: default
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
