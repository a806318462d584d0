-- change check item_size_check on item
--
-- Dangers:
-- check-on-rows: check item_size_check on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size_check

ALTER TABLE "item" DROP CONSTRAINT "item_size_check";

ALTER TABLE "item" ADD CONSTRAINT "item_size_check" CHECK (size > 0);
