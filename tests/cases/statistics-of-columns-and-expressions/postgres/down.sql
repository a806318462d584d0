-- change column item.name: options
-- change column item.size: type, options
-- drop column item.color
-- change index item_lower on item
--
-- Dangers:
-- narrows-type: column item.size goes from bigint to integer: values may not fit
-- drops-column: column item.color goes, with the values that it may hold
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of size changes

DROP INDEX "item_lower";

ALTER TABLE "item" DROP COLUMN "color";

ALTER TABLE "item"
    ALTER COLUMN "name" SET STATISTICS -1,
    ALTER COLUMN "name" RESET ("n_distinct", "n_distinct_inherited"),
    ALTER COLUMN "size" TYPE integer,
    ALTER COLUMN "size" SET STATISTICS 50,
    ALTER COLUMN "size" SET ("n_distinct" = '10');

CREATE INDEX "item_lower" ON "item" ((lower(name)));
