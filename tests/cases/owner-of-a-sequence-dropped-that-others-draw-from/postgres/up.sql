-- change column item.id: default
-- drop column item.first
-- drop column item.second
--
-- Dangers:
-- drops-column: column item.first goes, with its values in 1 row
-- irreversible: down makes column item.first again, without its values
-- drops-column: column item.second goes, with its values in 1 row
-- irreversible: down makes column item.second again, without its values

ALTER TABLE "item" ALTER COLUMN "id" DROP DEFAULT;

ALTER TABLE "item" ALTER COLUMN "second" DROP DEFAULT;

ALTER TABLE "item"
    DROP COLUMN "first",
    DROP COLUMN "second";
