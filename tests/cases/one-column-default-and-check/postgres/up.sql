-- change column item.code: default
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item"
    ALTER COLUMN "code" SET DEFAULT ('20'::character varying),
    ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);
