-- rename column item.code to sku
-- change column item.sku: default
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ALTER COLUMN "sku" SET DEFAULT ('20'::character varying);
