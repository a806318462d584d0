-- change column item.name: type
--
-- Dangers:
-- needs-cast: column item.name goes from citext to text: values are converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "item" ALTER COLUMN "name" TYPE text;
