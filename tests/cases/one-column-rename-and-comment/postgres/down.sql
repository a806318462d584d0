-- rename column item.sku to code
-- change column item.code: comment
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
