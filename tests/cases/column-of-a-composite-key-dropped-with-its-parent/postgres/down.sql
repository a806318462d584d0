-- add column item.room
-- create foreign key item_shelf on item
-- create table shelf
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key item_shelf is checked

CREATE TABLE "shelf" (
    "room" integer NOT NULL,
    "id" integer NOT NULL,
    CONSTRAINT "shelf_pkey" PRIMARY KEY ("room", "id")
);

ALTER TABLE "item" ADD COLUMN "room" integer;

ALTER TABLE "item" ADD CONSTRAINT "item_shelf" FOREIGN KEY ("room", "shelf") REFERENCES "shelf" ("room", "id");
