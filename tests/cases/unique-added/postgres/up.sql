-- create unique item_name on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_name is built

ALTER TABLE "item" ADD CONSTRAINT "item_name" UNIQUE ("name");
