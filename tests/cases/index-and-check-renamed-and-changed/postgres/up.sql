-- rename check ck_item_price to ck_item_positive on item
-- rename index ix_item_name to ix_item_name_kind on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for ck_item_positive

DROP INDEX "ix_item_name";

ALTER TABLE "item" DROP CONSTRAINT "ck_item_price";

ALTER TABLE "item" ADD CONSTRAINT "ck_item_positive" CHECK (price > 0);

CREATE INDEX "ix_item_name_kind" ON "item" ("name", "kind");
