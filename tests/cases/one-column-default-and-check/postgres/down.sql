-- change column item.code: default
-- drop check item_code_filled on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_filled";

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
