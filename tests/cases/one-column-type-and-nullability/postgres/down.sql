-- change column item.code: type, drop not null
--
-- Dangers:
-- needs-cast: column item.code goes from integer to character varying(20): values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

ALTER TABLE "item"
    ALTER COLUMN "code" TYPE character varying(20),
    ALTER COLUMN "code" DROP NOT NULL;
