-- change column item.code: default, comment

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('10'::character varying);

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
