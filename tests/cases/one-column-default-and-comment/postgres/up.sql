-- change column item.code: default, comment

ALTER TABLE "item" ALTER COLUMN "code" SET DEFAULT ('20'::character varying);

COMMENT ON COLUMN "item"."code" IS 'as scanned';
