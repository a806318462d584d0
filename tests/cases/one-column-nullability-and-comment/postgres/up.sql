-- change column item.code: set not null, comment
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL

ALTER TABLE "item" ALTER COLUMN "code" SET NOT NULL;

COMMENT ON COLUMN "item"."code" IS 'as scanned';
