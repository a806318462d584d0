-- rename check ck_item_positive to ck_item_price on item
-- rename index ix_item_name_kind to ix_item_name on item
--
-- Dangers:
-- check-on-rows: check ck_item_price on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for ck_item_price

DROP INDEX "ix_item_name_kind";

ALTER TABLE "item" DROP CONSTRAINT "ck_item_positive";

ALTER TABLE "item" ADD CONSTRAINT "ck_item_price" CHECK (price >= 0);

CREATE INDEX "ix_item_name" ON "item" ("name");
