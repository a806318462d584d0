-- change foreign key book_author on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_author is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_author is checked

ALTER TABLE "book" DROP CONSTRAINT "book_author";

ALTER TABLE "book" ADD CONSTRAINT "book_author" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE SET NULL;
