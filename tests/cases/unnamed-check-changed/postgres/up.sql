-- change check item_size_check1 on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size_check1

ALTER TABLE "item" DROP CONSTRAINT "item_size_check1";

ALTER TABLE "item" ADD CONSTRAINT "item_size_check1" CHECK (size < 200);
