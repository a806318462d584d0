-- change column item.mark: default
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

ALTER TABLE `item` MODIFY COLUMN `mark` varchar(200) NOT NULL DEFAULT 'it''s "quoted" 100%% %s \\ back\\n
  second line; -- no comment /* none */ ünï 日本 `tick` $1 ${x} {{y}} ?';

SET SESSION sql_mode = @migrate_sql_mode;
