-- create check item_code_filled on item
-- create index item_code on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item" ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);

CREATE INDEX "item_code" ON "item" ("code");
