-- change column item.id: type
-- change column part.item_id: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 2 rows now
-- blocks-writes: table item is locked (SHARED) while the table is copied for id
-- blocks-writes: table part is locked (SHARED) while the table is copied for item_id
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `part` DROP FOREIGN KEY `part_ibfk_1`;

ALTER TABLE `item` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT;

ALTER TABLE `part` MODIFY COLUMN `item_id` bigint NOT NULL;

ALTER TABLE `part`
  DROP INDEX `item_id`,
  ADD INDEX `item_id` (`item_id`),
  ADD CONSTRAINT `part_ibfk_1` FOREIGN KEY (`item_id`) REFERENCES `item` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
