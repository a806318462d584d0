-- change column item.code: type, collation
--
-- Dangers:
-- narrows-type: column item.code goes from character varying(80) to character varying(20): values may not fit
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

ALTER TABLE "item" ALTER COLUMN "code" TYPE character varying(20);
