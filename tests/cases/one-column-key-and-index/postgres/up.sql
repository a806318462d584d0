-- create foreign key item_code_key on item
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE ROW EXCLUSIVE) while index item_code is built and while foreign key item_code_key is checked
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

CREATE INDEX "item_code" ON "item" ("code");

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code") ON DELETE CASCADE;
