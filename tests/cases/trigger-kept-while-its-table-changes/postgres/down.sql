-- change column item.size: type, drop not null
--
-- Dangers:
-- narrows-type: column item.size goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of size changes

ALTER TABLE "item"
    ALTER COLUMN "size" TYPE integer,
    ALTER COLUMN "size" DROP NOT NULL;
