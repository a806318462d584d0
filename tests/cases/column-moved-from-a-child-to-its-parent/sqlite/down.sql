-- drop column author.country
-- add column book.country
--
-- Dangers:
-- drops-column: column author.country goes, with its values

ALTER TABLE "author" DROP COLUMN "country";

ALTER TABLE "book" ADD COLUMN "country" varchar(2);
