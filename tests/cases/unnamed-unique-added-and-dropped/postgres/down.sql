-- create unique item_code_key on item
-- drop unique item_name_key on item
--
-- Dangers:
-- unique-on-rows: unique item_code_key on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_key is built

ALTER TABLE "item" DROP CONSTRAINT "item_name_key";

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" UNIQUE ("code");
