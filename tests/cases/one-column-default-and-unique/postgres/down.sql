-- change column item.code: default
-- drop unique item_code_unique on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
