-- rename column item.code to sku
-- change column item.sku: type
-- create unique item_code_unique on item
-- create index item_code on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- needs-cast: column item.code goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.code as they were from character varying(20) to integer
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of sku changes and while the index of unique item_code_unique is built

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item"
    ALTER COLUMN "sku" TYPE integer USING "sku"::integer,
    ADD CONSTRAINT "item_code_unique" UNIQUE ("sku");

CREATE INDEX "item_code" ON "item" ("sku");
