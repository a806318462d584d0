-- change column item.code: collation, comment

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20) COLLATE "C";

COMMENT ON COLUMN "item"."code" IS 'as scanned';
