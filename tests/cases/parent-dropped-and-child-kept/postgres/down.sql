-- create table author
-- create foreign key book_author_id_fkey on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_author_id_fkey on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked

CREATE TABLE "author" (
    "id" integer NOT NULL,
    "name" character varying(40),
    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "book" ADD CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE;
