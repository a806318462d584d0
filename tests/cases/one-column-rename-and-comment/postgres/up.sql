-- rename column item.code to sku
-- change column item.sku: comment
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

COMMENT ON COLUMN "item"."sku" IS 'as scanned';
