-- drop foreign key book_author_id_fkey on book

ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";
