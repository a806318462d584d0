-- add column item.size
-- create check item_either on item
--
-- Dangers:
-- check-on-rows: check item_either on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_either

ALTER TABLE "item"
    ADD COLUMN "size" integer,
    ADD CONSTRAINT "item_either" CHECK ((name IS NOT NULL) OR (size > 0));
