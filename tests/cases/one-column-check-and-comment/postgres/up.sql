-- change column item.code: comment
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item" ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);

COMMENT ON COLUMN "item"."code" IS 'as scanned';
