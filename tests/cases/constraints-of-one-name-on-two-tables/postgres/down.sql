-- change check positive on a
--
-- Dangers:
-- check-on-rows: check positive on a: a row that breaks it stops the migration
-- blocks-reads: table a is locked (ACCESS EXCLUSIVE) while every row is checked for positive

ALTER TABLE "a" DROP CONSTRAINT "positive";

ALTER TABLE "a" ADD CONSTRAINT "positive" CHECK (n > 0);
