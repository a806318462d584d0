-- drop index item_code on item
-- drop foreign key part_item on part
-- drop index part_item on part
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `part` DROP FOREIGN KEY `part_item`;

ALTER TABLE `item` DROP INDEX `item_code`;

ALTER TABLE `part` DROP INDEX `part_item`;
