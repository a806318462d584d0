-- rename column item.code to sku
-- change column item.sku: collation
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE "item" RENAME COLUMN "code" TO "sku";

ALTER TABLE "item" ALTER COLUMN "sku" TYPE character varying(20) COLLATE "C";
