-- create foreign key book_editor on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_editor is checked
-- blocks-writes: table author is locked (SHARE ROW EXCLUSIVE) while foreign key book_editor is checked

ALTER TABLE "book" ADD CONSTRAINT "book_editor" FOREIGN KEY ("editor_id") REFERENCES "author" ("id") ON DELETE SET NULL;
