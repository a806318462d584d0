-- change column item.name: type
--
-- Dangers:
-- needs-cast: column item.name goes from citext to text: values are converted, 2 rows now
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "item" ALTER COLUMN "name" TYPE text;
