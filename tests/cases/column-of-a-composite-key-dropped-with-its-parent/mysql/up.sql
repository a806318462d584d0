-- drop column item.room
-- drop foreign key item_shelf on item
-- drop index item_shelf on item
-- drop table shelf
--
-- Dangers:
-- drops-column: column item.room goes, which holds no value
-- drops-table: table shelf goes, with its 1 row
-- irreversible: down makes table shelf again, without its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` DROP FOREIGN KEY `item_shelf`;

ALTER TABLE `item`
  DROP INDEX `item_shelf`,
  DROP COLUMN `room`;

DROP TABLE `shelf`;
