-- create check item_size_check1 on item
--
-- Dangers:
-- check-on-rows: check item_size_check1 on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_size_check1

ALTER TABLE "item" ADD CONSTRAINT "item_size_check1" CHECK (size < 100);
