-- drop column item.made
--
-- Dangers:
-- drops-column: column item.made goes, with its values

ALTER TABLE "item" DROP COLUMN "made";
