-- change foreign key book_first on book
-- change foreign key book_second on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_first is checked and while foreign key book_second is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_first is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_second is checked

ALTER TABLE "book"
    DROP CONSTRAINT "book_first",
    DROP CONSTRAINT "book_second";

ALTER TABLE "book"
    ADD CONSTRAINT "book_first" FOREIGN KEY ("editor_id") REFERENCES "author" ("id"),
    ADD CONSTRAINT "book_second" FOREIGN KEY ("author_id") REFERENCES "author" ("id") ON DELETE CASCADE;
