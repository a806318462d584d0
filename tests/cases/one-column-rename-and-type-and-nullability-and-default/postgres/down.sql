-- rename column item.sku to code
-- change column item.code: type, drop not null, default
--
-- Dangers:
-- renames: column item.sku is called code from now on
-- needs-cast: column item.sku goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

ALTER TABLE "item" RENAME COLUMN "sku" TO "code";

ALTER TABLE "item"
    ALTER COLUMN "code" DROP DEFAULT,
    ALTER COLUMN "code" TYPE character varying(20),
    ALTER COLUMN "code" SET DEFAULT ('10'::character varying),
    ALTER COLUMN "code" DROP NOT NULL;
