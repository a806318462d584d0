-- change column item.code: comment
-- drop index item_code on item

DROP INDEX "item_code";

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
