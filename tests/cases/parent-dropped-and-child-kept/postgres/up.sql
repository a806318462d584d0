-- drop foreign key book_author_id_fkey on book
-- drop table author
--
-- Dangers:
-- drops-table: table author goes, with its 1 row
-- irreversible: down makes table author again, without its rows

ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";

DROP TABLE "author";
