-- change column item.size: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of size changes

ALTER TABLE "item" ALTER COLUMN "size" TYPE bigint;
