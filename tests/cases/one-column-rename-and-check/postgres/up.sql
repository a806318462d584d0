-- rename column item.code to sku
-- create check item_code_filled on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ADD CONSTRAINT "item_code_filled" CHECK ((sku)::text <> ''::text);
