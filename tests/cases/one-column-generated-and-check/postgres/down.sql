-- change column item.code: generated expression
-- drop check item_code_filled on item

ALTER TABLE "item"
    DROP CONSTRAINT "item_code_filled",
    DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
