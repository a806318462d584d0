-- create unique item_name on item
-- drop index item_name on item
--
-- Dangers:
-- unique-on-rows: unique item_name on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_name is built

DROP INDEX "item_name";

ALTER TABLE "item" ADD CONSTRAINT "item_name" UNIQUE ("name");
