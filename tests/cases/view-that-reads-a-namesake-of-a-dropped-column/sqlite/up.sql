-- drop column item.name
--
-- Dangers:
-- drops-column: column item.name goes, with its values in 2 rows
-- irreversible: down makes column item.name again, without its values

ALTER TABLE "item" DROP COLUMN "name";
