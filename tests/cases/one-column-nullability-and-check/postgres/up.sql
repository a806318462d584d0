-- change column item.code: set not null
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL and while every row is checked for item_code_filled

ALTER TABLE "item"
    ALTER COLUMN "code" SET NOT NULL,
    ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);
