-- change column author.name: type, drop not null
-- change column note.author_id: default
-- change column page.book_id: set not null
--
-- Dangers:
-- narrows-type: column author.name goes from character varying(80) to character varying(40): values may not fit
-- rewrites-table: every row of table author is written again
-- not-null-on-rows: column page.book_id becomes required, and a row that holds NULL stops the migration
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while the type of name changes
-- blocks-reads: table page is locked (ACCESS EXCLUSIVE) while every row's book_id is looked at for NULL

ALTER TABLE "author"
    ALTER COLUMN "name" TYPE character varying(40),
    ALTER COLUMN "name" DROP NOT NULL;

ALTER TABLE "note" ALTER COLUMN "author_id" DROP DEFAULT;

ALTER TABLE "page" ALTER COLUMN "book_id" SET NOT NULL;
