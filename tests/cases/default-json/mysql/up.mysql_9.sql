-- change column item.mark: default
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

ALTER TABLE `item` MODIFY COLUMN `mark` json NOT NULL DEFAULT (_utf8mb4'{"a": [1, "it\'s"]}');

SET SESSION sql_mode = @migrate_sql_mode;
