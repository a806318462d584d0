-- change column item.code: default
-- create unique item_code_unique on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item"
    ALTER COLUMN "code" SET DEFAULT ('20'::character varying),
    ADD CONSTRAINT "item_code_unique" UNIQUE ("code");
