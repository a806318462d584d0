-- rename index item_code_alone to item_code on item
-- drop index item_code_once on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_item`;

ALTER TABLE `item`
  DROP INDEX `item_code_once`,
  RENAME INDEX `item_code_alone` TO `item_code`;

ALTER TABLE `part` ADD CONSTRAINT `part_item` FOREIGN KEY (`item_code`) REFERENCES `item` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
