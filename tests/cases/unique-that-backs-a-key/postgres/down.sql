-- create unique item_code on item
-- create foreign key part_item on part
--
-- Dangers:
-- unique-on-rows: unique item_code on item: a row that breaks it stops the migration
-- foreign-key-on-rows: foreign key part_item on part: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code is built
-- blocks-writes: table part is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key part_item is checked

ALTER TABLE "item" ADD CONSTRAINT "item_code" UNIQUE ("code");

ALTER TABLE "part" ADD CONSTRAINT "part_item" FOREIGN KEY ("item_code") REFERENCES "item" ("code") ON DELETE CASCADE;
