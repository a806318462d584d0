-- change check item_either on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_either

ALTER TABLE "item" DROP CONSTRAINT "item_either";

ALTER TABLE "item" ADD CONSTRAINT "item_either" CHECK ((name IS NOT NULL) OR (size IS NOT NULL));
