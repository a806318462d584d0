-- change primary key item_key on item
-- change unique item_code on item
-- change check item_size on item
-- change exclusion item_span on item
-- change index item_by_code on item
-- change index item_by_size on item
-- rename index item_by_the_parent to item_by_parent on item
-- drop table box
--
-- Dangers:
-- drops-table: table box goes, with the rows that it may have

DROP TABLE "box";

ALTER INDEX "item_by_the_parent" RENAME TO "item_by_parent";

COMMENT ON CONSTRAINT "item_key" ON "item" IS NULL;

COMMENT ON INDEX "item_key" IS NULL;

COMMENT ON INDEX "item_code" IS 'of the unique';

COMMENT ON CONSTRAINT "item_span" ON "item" IS 'one at a time';

COMMENT ON CONSTRAINT "item_size" ON "item" IS 'no size, no item';

COMMENT ON INDEX "item_by_code" IS NULL;

COMMENT ON INDEX "item_by_size" IS 'for the list';
