-- change column item.code: collation
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row is checked for item_code_filled

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE character varying(20) COLLATE "C",
    ADD CONSTRAINT "item_code_filled" CHECK ((code)::text <> ''::text);
