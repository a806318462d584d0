-- change column item.code: generated expression
-- drop unique item_code_unique on item

ALTER TABLE "item"
    DROP CONSTRAINT "item_code_unique",
    DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
