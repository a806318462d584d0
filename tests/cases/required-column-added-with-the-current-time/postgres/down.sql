-- drop column item.made
--
-- Dangers:
-- drops-column: column item.made goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "made";
