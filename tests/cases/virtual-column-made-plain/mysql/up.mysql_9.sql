-- change column item.twice: generated expression
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while the table is copied for twice
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` ADD COLUMN `twice_values` int;

UPDATE `item` SET `twice_values` = `twice`;

ALTER TABLE `item`
  DROP COLUMN `twice`,
  CHANGE COLUMN `twice_values` `twice` int;
