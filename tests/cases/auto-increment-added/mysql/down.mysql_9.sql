-- change column item.id: key generation
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_ibfk_1`;

ALTER TABLE `item` MODIFY COLUMN `id` int NOT NULL;

ALTER TABLE `part`
  DROP INDEX `item_id`,
  ADD INDEX `item_id` (`item_id`),
  ADD CONSTRAINT `part_ibfk_1` FOREIGN KEY (`item_id`) REFERENCES `item` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
