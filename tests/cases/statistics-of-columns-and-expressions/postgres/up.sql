-- change column item.name: options
-- change column item.size: type, options
-- add column item.color
-- change index item_lower on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of size changes

DROP INDEX "item_lower";

ALTER TABLE "item"
    ALTER COLUMN "name" SET STATISTICS 500,
    ALTER COLUMN "name" SET ("n_distinct" = '-0.5', "n_distinct_inherited" = '7'),
    ALTER COLUMN "size" TYPE bigint,
    ALTER COLUMN "size" SET STATISTICS -1,
    ALTER COLUMN "size" RESET ("n_distinct"),
    ADD COLUMN "color" text,
    ALTER COLUMN "color" SET STATISTICS 0;

CREATE INDEX "item_lower" ON "item" ((lower(name)));

ALTER INDEX "item_lower" ALTER COLUMN 1 SET STATISTICS 200;
