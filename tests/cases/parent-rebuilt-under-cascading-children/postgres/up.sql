-- change column author.name: type, set not null
--
-- Dangers:
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while every row's name is looked at for NULL

ALTER TABLE "author"
    ALTER COLUMN "name" TYPE character varying(80),
    ALTER COLUMN "name" SET NOT NULL;
