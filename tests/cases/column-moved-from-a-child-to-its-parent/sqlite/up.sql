-- add column author.country
-- drop column book.country
--
-- Dangers:
-- drops-column: column book.country goes, with its values in 1 row
-- irreversible: down makes column book.country again, without its values

ALTER TABLE "book" DROP COLUMN "country";

ALTER TABLE "author" ADD COLUMN "country" varchar(2);
