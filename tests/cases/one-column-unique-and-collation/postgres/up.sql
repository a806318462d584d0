-- change column item.code: collation
-- create unique item_code_unique on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the index of unique item_code_unique is built

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE character varying(20) COLLATE "C",
    ADD CONSTRAINT "item_code_unique" UNIQUE ("code");
