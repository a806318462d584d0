-- change column ITEM.item_id: set not null
-- change foreign key upper_item on ITEM
-- change column Item.name: type
-- add column item.name
--
-- Dangers:
-- blocks-writes: table ITEM is locked (SHARED) while foreign key upper_item is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `ITEM` DROP FOREIGN KEY `upper_item`;

ALTER TABLE `ITEM` MODIFY COLUMN `item_id` int NOT NULL;

ALTER TABLE `Item` MODIFY COLUMN `name` varchar(19);

ALTER TABLE `item` ADD COLUMN `name` text;

ALTER TABLE `ITEM` ADD CONSTRAINT `upper_item` FOREIGN KEY (`item_id`) REFERENCES `item` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
