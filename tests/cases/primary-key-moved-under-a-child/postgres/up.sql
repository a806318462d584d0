-- change primary key item_pkey on item
-- create unique item_id_key on item
-- drop unique item_code_key on item
-- change foreign key part_item on part
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built and while the index of unique item_id_key is built
-- blocks-writes: table part is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked

ALTER TABLE "part" DROP CONSTRAINT "part_item";

ALTER TABLE "item"
    DROP CONSTRAINT "item_code_key",
    DROP CONSTRAINT "item_pkey";

ALTER TABLE "item"
    ADD CONSTRAINT "item_pkey" PRIMARY KEY ("code"),
    ADD CONSTRAINT "item_id_key" UNIQUE ("id");

ALTER TABLE "part" ADD CONSTRAINT "part_item" FOREIGN KEY ("item") REFERENCES "item" ("code") ON DELETE CASCADE;
