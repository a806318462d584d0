-- change column item.code: comment
-- create foreign key item_code_key on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code") ON DELETE CASCADE;

COMMENT ON COLUMN "item"."code" IS 'as scanned';
