-- change column item.code: collation, comment

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);

COMMENT ON COLUMN "item"."code" IS 'as printed on the box';
