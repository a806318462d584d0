-- create foreign key author_book_id_fkey on author
-- drop foreign key book_author_id_fkey on book
--
-- Dangers:
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key author_book_id_fkey is checked
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key author_book_id_fkey is checked

ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";

ALTER TABLE "author" ADD CONSTRAINT "author_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "book" ("id") ON DELETE CASCADE;
