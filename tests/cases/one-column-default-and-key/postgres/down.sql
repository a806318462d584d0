-- change column item.code: default
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);
