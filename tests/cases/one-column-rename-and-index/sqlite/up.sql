-- rename column item.code to sku
-- create index item_code on item
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

CREATE INDEX item_code ON item (sku);
