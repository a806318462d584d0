-- change column item.name: type
--
-- Dangers:
-- narrows-type: column item.name goes from character varying(80) to character varying(40): values may not fit
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "item" ALTER COLUMN "name" TYPE character varying(40) COLLATE "C";
