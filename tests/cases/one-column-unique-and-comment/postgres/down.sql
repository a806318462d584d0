-- change column item.code: comment
-- drop unique item_code_unique on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
