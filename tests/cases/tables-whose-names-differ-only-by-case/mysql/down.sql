-- change column ITEM.item_id: drop not null
-- change foreign key upper_item on ITEM
-- change column Item.name: type
-- drop column item.name
--
-- Dangers:
-- foreign-key-on-rows: foreign key upper_item on ITEM: a row that breaks it stops the migration
-- narrows-type: column Item.name goes from varchar(19) to varchar(9): values may not fit
-- rewrites-table: every row of table Item is written again
-- drops-column: column item.name goes, with the values that it may hold
-- blocks-writes: table ITEM is locked (SHARED) while foreign key upper_item is checked
-- blocks-writes: table Item is locked (SHARED) while the table is copied for name
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `ITEM` DROP FOREIGN KEY `upper_item`;

ALTER TABLE `ITEM` MODIFY COLUMN `item_id` int(11);

ALTER TABLE `Item` MODIFY COLUMN `name` varchar(9);

ALTER TABLE `item` DROP COLUMN `name`;

ALTER TABLE `ITEM` ADD CONSTRAINT `upper_item` FOREIGN KEY (`item_id`) REFERENCES `Item` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT;

SET SESSION sql_mode = @migrate_sql_mode;
