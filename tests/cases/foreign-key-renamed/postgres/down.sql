-- rename foreign key fk_book_author_id to book_author on book

ALTER TABLE "book" RENAME CONSTRAINT "fk_book_author_id" TO "book_author";
