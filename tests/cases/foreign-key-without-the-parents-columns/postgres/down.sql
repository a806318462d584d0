-- change column book.name: type, drop not null
--
-- Dangers:
-- narrows-type: column book.name goes from character varying(19) to character varying(9): values may not fit
-- rewrites-table: every row of table book is written again
-- blocks-reads: table book is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "book"
    ALTER COLUMN "name" TYPE character varying(9),
    ALTER COLUMN "name" DROP NOT NULL;
