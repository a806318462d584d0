-- change column item.code: set not null, generated expression
--
-- Dangers:
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while every row's code is looked at for NULL

ALTER TABLE "item" DROP COLUMN "code";

ALTER TABLE "item" ADD COLUMN "code" integer GENERATED ALWAYS AS (amount * 3) STORED NOT NULL;
