-- change check positive on a
--
-- Dangers:
-- blocks-reads: table a is locked (ACCESS EXCLUSIVE) while every row is checked for positive

ALTER TABLE "a" DROP CONSTRAINT "positive";

ALTER TABLE "a" ADD CONSTRAINT "positive" CHECK (n > 1);
