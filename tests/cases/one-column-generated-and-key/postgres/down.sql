-- change column item.code: generated expression
-- drop foreign key item_code_key on item

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
