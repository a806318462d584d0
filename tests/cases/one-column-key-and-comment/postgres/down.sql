-- change column item.code: comment
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
