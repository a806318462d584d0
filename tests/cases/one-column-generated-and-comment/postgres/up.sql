-- change column item.code: generated expression, comment

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED;

COMMENT ON COLUMN "item"."code" IS 'as scanned';
