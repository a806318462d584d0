-- add column item.code
-- create unique item_code_once on item
-- create check item_code_set on item
-- create index item_code on item
-- create index item_name_code on item
--
-- Dangers:
-- check-on-rows: check item_code_set on item: a row that breaks it stops the migration
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_once is built and while every row is checked for item_code_set

ALTER TABLE "item"
    ADD COLUMN "code" character varying(10),
    ADD CONSTRAINT "item_code_once" UNIQUE ("code"),
    ADD CONSTRAINT "item_code_set" CHECK ((code)::text <> ''::text);

CREATE INDEX "item_code" ON "item" ("code");

CREATE INDEX "item_name_code" ON "item" ("name", "code");
