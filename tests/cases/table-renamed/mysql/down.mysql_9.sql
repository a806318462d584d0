-- rename table thing to item
-- rename foreign key thing_ibfk_1 to item_ibfk_1 on item
-- rename check thing_chk_1 to item_chk_1 on item
--
-- Dangers:
-- renames: table thing is called item from now on
-- blocks-writes: table thing is locked (SHARED) while every row is checked for item_chk_1 and while foreign key item_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `thing` DROP FOREIGN KEY `thing_ibfk_1`;

RENAME TABLE `thing` TO `item`;

ALTER TABLE `item`
  DROP INDEX `item_parent`,
  ADD INDEX `item_parent` (`parent_id`),
  ADD CONSTRAINT `item_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `item` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION;
