-- drop column box.area
--
-- Dangers:
-- drops-column: column box.area goes, with its values in 2 rows

ALTER TABLE `box` DROP COLUMN `area`;
