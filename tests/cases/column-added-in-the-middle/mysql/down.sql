-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, with the values that it may hold

ALTER TABLE `item` DROP COLUMN `colour`;
