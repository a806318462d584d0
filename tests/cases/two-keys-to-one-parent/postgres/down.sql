-- drop foreign key book_editor on book

ALTER TABLE "book" DROP CONSTRAINT "book_editor";
