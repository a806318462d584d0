-- drop column book.author_id
-- drop foreign key book_author_id_fkey on book
-- drop table author
--
-- Dangers:
-- drops-column: column book.author_id goes, with its values in 2 rows
-- irreversible: down makes column book.author_id again, without its values
-- drops-table: table author goes, with its 2 rows
-- irreversible: down makes table author again, without its rows

ALTER TABLE "book" DROP CONSTRAINT "book_author_id_fkey";

DROP TABLE "author";

ALTER TABLE "book" DROP COLUMN "author_id";
