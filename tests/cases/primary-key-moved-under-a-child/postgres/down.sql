-- change primary key item_pkey on item
-- create unique item_code_key on item
-- drop unique item_id_key on item
-- change foreign key part_item on part
--
-- Dangers:
-- unique-on-rows: primary key on item: a row that breaks it stops the migration
-- unique-on-rows: unique item_code_key on item: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key part_item on part: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of the primary key is built and while the index of unique item_code_key is built
-- blocks-writes: table part is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked

ALTER TABLE "part" DROP CONSTRAINT "part_item";

ALTER TABLE "item"
    DROP CONSTRAINT "item_id_key",
    DROP CONSTRAINT "item_pkey";

ALTER TABLE "item"
    ADD CONSTRAINT "item_pkey" PRIMARY KEY ("id"),
    ADD CONSTRAINT "item_code_key" UNIQUE ("code");

ALTER TABLE "part" ADD CONSTRAINT "part_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE CASCADE;
