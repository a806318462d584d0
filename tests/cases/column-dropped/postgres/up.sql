-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, which holds no value

ALTER TABLE "item" DROP COLUMN "colour";
