-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, with its values in 2 rows
-- irreversible: down makes column item.colour again, without its values

ALTER TABLE "item" DROP COLUMN "colour";
