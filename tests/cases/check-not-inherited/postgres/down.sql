-- change check item_size on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size

ALTER TABLE "item" DROP CONSTRAINT "item_size";

ALTER TABLE "item" ADD CONSTRAINT "item_size" CHECK (size > 0);
