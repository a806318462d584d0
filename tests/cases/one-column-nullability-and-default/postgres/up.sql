-- change column item.code: set not null, default
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL

ALTER TABLE "item"
    ALTER COLUMN "code" SET DEFAULT ('20'::character varying),
    ALTER COLUMN "code" SET NOT NULL;
