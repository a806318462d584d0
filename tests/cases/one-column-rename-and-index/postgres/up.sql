-- rename column item.code to sku
-- create index item_code on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-writes: table item is locked (SHARE) while index item_code is built

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

CREATE INDEX "item_code" ON "item" ("sku");
