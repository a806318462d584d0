-- drop column box.area
--
-- Dangers:
-- drops-column: column box.area goes, with the values that it may hold

ALTER TABLE `box` DROP COLUMN `area`;
