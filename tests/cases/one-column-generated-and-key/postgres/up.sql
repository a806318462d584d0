-- change column item.code: generated expression
-- create foreign key item_code_key on item
--
-- Dangers:
-- foreign-key-on-rows: foreign key item_code_key on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED;

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code");
