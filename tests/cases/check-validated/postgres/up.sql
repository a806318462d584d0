-- change check item_size on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size

ALTER TABLE "item" VALIDATE CONSTRAINT "item_size";
