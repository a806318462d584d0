-- add column item.shelf_id
-- create foreign key item_shelf on item
-- create index item_shelf_id on item

ALTER TABLE "item" ADD COLUMN "shelf_id" integer CONSTRAINT "item_shelf" REFERENCES "shelf" ("id") ON DELETE CASCADE;

CREATE INDEX item_shelf_id ON item (shelf_id);
