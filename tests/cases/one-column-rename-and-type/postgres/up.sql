-- rename column item.code to sku
-- change column item.sku: type
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- needs-cast: column item.code goes from character varying(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.code as they were from character varying(20) to integer
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of sku changes

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ALTER COLUMN "sku" TYPE integer USING "sku"::integer;
