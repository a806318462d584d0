-- change column item.name: comment
-- change column item.mark: comment
-- change column item.size: comment
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

ALTER TABLE `item`
  MODIFY COLUMN `name` varchar(40) COMMENT 'it''s \\ 100%
"new" ünï',
  MODIFY COLUMN `mark` text,
  MODIFY COLUMN `size` text COMMENT 'added';

SET SESSION sql_mode = @migrate_sql_mode;
