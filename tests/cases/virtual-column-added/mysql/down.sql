-- drop column box.area
--
-- Dangers:
-- drops-column: column box.area goes, with its values

ALTER TABLE `box` DROP COLUMN `area`;
