-- drop foreign key book_author on book

ALTER TABLE "book" DROP CONSTRAINT "book_author";
