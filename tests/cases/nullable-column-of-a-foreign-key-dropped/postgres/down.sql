-- add column item.shelf_id
-- create foreign key item_shelf on item
-- create index item_shelf_id on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while index item_shelf_id is built and while foreign key item_shelf is checked
-- blocks-writes: table shelf is locked (SHARE ROW EXCLUSIVE) while foreign key item_shelf is checked

ALTER TABLE "item" ADD COLUMN "shelf_id" integer;

CREATE INDEX "item_shelf_id" ON "item" ("shelf_id");

ALTER TABLE "item" ADD CONSTRAINT "item_shelf" FOREIGN KEY ("shelf_id") REFERENCES "shelf" ("id") ON DELETE CASCADE;
