-- change column author.name: type, set not null
-- change column note.author_id: default
-- change column page.book_id: drop not null
--
-- Dangers:
-- blocks-reads: table author is locked (ACCESS EXCLUSIVE) while every row's name is looked at for NULL

ALTER TABLE "author"
    ALTER COLUMN "name" TYPE character varying(80),
    ALTER COLUMN "name" SET NOT NULL;

ALTER TABLE "note" ALTER COLUMN "author_id" SET DEFAULT 1;

ALTER TABLE "page" ALTER COLUMN "book_id" DROP NOT NULL;
