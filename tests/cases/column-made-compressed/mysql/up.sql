-- change column item.body: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-writes: table item is locked (SHARED) while the table is copied for body
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item` MODIFY COLUMN `body` text /*M!100301 COMPRESSED*/;

SET SESSION sql_mode = @migrate_sql_mode;
