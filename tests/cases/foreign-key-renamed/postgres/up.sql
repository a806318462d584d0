-- rename foreign key book_author to fk_book_author_id on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key fk_book_author_id is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key fk_book_author_id is checked

ALTER TABLE "book" RENAME CONSTRAINT "book_author" TO "fk_book_author_id";
