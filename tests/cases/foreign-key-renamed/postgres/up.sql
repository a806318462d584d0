-- rename foreign key book_author to fk_book_author_id on book

ALTER TABLE "book" RENAME CONSTRAINT "book_author" TO "fk_book_author_id";
