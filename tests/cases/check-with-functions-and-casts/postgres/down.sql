-- change check item_name on item
--
-- Dangers:
-- check-on-rows: check item_name on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_name

ALTER TABLE "item" DROP CONSTRAINT "item_name";

ALTER TABLE "item" ADD CONSTRAINT "item_name" CHECK (length((name)::text) > 1);
