-- rename column item.code to sku
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_ibfk_1`;

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_set`,
  RENAME COLUMN `code` TO `sku`,
  ADD CONSTRAINT `item_code_set` CHECK ((`sku` <> _utf8mb4''));

ALTER TABLE `part`
  DROP INDEX `item_code`,
  ADD INDEX `item_code` (`item_code`),
  ADD CONSTRAINT `part_ibfk_1` FOREIGN KEY (`item_code`) REFERENCES `item` (`sku`) ON DELETE NO ACTION ON UPDATE CASCADE;
