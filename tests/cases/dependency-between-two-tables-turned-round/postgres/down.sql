-- drop foreign key author_book_id_fkey on author
-- create foreign key book_author_id_fkey on book
--
-- Dangers:
-- foreign-key-on-rows: foreign key book_author_id_fkey on book: a row that breaks it stops the migration
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked

ALTER TABLE "author" DROP CONSTRAINT "author_book_id_fkey";

ALTER TABLE "book" ADD CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE;
