-- rename table item to thing
-- rename foreign key item_ibfk_1 to thing_ibfk_1 on thing
-- rename check item_chk_1 to thing_chk_1 on thing
--
-- Dangers:
-- renames: table item is called thing from now on
-- blocks-writes: table item is locked (SHARED) while every row is checked for thing_chk_1 and while foreign key thing_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` DROP FOREIGN KEY `item_ibfk_1`;

RENAME TABLE `item` TO `thing`;

ALTER TABLE `thing`
  DROP INDEX `item_parent`,
  ADD INDEX `item_parent` (`parent_id`),
  ADD CONSTRAINT `thing_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `thing` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION;
