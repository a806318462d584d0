-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, with its values

ALTER TABLE "item" DROP COLUMN "colour";
