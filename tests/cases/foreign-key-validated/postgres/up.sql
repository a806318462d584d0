-- change foreign key book_author on book

ALTER TABLE "book" VALIDATE CONSTRAINT "book_author";
