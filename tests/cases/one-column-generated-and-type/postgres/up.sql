-- change column item.code: type, generated expression
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" bigint GENERATED ALWAYS AS (amount * 3) STORED;
