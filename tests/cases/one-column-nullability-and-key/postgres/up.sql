-- change column item.code: set not null
-- create foreign key item_code_key on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

ALTER TABLE "item" ALTER COLUMN "code" SET NOT NULL;

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code") ON DELETE CASCADE;
