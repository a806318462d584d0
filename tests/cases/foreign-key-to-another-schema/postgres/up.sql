-- create foreign key book_author_id_fkey on book
--
-- Dangers:
-- blocks-writes: table book is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked
-- blocks-writes: table people.author is locked (SHARE ROW EXCLUSIVE) while foreign key book_author_id_fkey is checked

ALTER TABLE "book" ADD CONSTRAINT "book_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"."author" ("id") ON DELETE CASCADE;
