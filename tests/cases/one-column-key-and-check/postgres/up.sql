-- create foreign key item_code_key on item
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled
-- blocks-writes: table stock is locked (SHARE ROW EXCLUSIVE) while foreign key item_code_key is checked

ALTER TABLE "item" ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);

ALTER TABLE "item" ADD CONSTRAINT "item_code_key" FOREIGN KEY ("code") REFERENCES "stock" ("code") ON DELETE CASCADE;
