-- change column item.code: set not null, collation
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE character varying(20) COLLATE "C",
    ALTER COLUMN "code" SET NOT NULL;
