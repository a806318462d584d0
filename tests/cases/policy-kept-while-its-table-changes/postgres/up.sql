-- change column item.size: type, set not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of size changes and while every row's size is looked at for NULL

ALTER TABLE "item"
    ALTER COLUMN "size" TYPE bigint,
    ALTER COLUMN "size" SET NOT NULL;
