-- create unique item_code_unique on item
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built and while every row is checked for item_code_filled

ALTER TABLE "item"
    ADD CONSTRAINT "item_code_unique" UNIQUE ("code"),
    ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);
