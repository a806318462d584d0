-- change column item.code: generated expression
-- drop index item_code on item

DROP INDEX "item_code";

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
