-- change column book.name: type, set not null
--
-- Dangers:
-- blocks-reads: table book is locked (ACCESS EXCLUSIVE) while every row's name is looked at for NULL

ALTER TABLE "book"
    ALTER COLUMN "name" TYPE character varying(19),
    ALTER COLUMN "name" SET NOT NULL;
