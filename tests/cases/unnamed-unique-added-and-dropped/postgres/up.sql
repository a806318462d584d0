-- create unique item_name_key on item
-- drop unique item_code_key on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_name_key is built

ALTER TABLE "item" DROP CONSTRAINT "item_code_key";

ALTER TABLE "item" ADD CONSTRAINT "item_name_key" UNIQUE ("name");
