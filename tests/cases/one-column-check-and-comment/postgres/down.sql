-- change column item.code: comment
-- drop check item_code_filled on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_filled";

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
