-- create unique item_code_unique on item
-- create index item_code on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item" ADD CONSTRAINT "item_code_unique" UNIQUE ("code");

CREATE INDEX "item_code" ON "item" ("code");
