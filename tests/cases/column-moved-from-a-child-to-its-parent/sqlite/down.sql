-- drop column author.country
-- add column book.country
--
-- Dangers:
-- drops-column: column author.country goes, with the values that it may hold

ALTER TABLE "author" DROP COLUMN "country";

ALTER TABLE "book" ADD COLUMN "country" varchar(2);
