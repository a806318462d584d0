-- change column item.code: set not null
-- create unique item_code_unique on item
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL and while the index of unique item_code_unique is built

ALTER TABLE "item"
    ALTER COLUMN "code" SET NOT NULL,
    ADD CONSTRAINT "item_code_unique" UNIQUE ("code");
