-- change column item.code: type, generated expression
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of code changes

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 2) STORED;
