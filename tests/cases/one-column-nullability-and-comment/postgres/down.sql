-- change column item.code: drop not null, comment

ALTER TABLE "item" ALTER COLUMN "code" DROP NOT NULL;

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
