-- create table author
-- add column book.author_id
-- create foreign key book_author_id_fkey on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked

CREATE TABLE "author" (
    "id" integer NOT NULL,
    "name" character varying(40),
    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "book" ADD COLUMN "author_id" integer;

ALTER TABLE "book" ADD CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE;
