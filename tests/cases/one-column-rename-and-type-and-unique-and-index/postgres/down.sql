-- rename column item.sku to code
-- change column item.code: type
-- drop unique item_code_unique on item
-- drop index item_code on item
--
-- Dangers:
-- renames: column item.sku is called code from now on
-- needs-cast: column item.sku goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

DROP INDEX "item_code";

ALTER TABLE "item" DROP CONSTRAINT "item_code_unique";

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
