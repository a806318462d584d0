-- change column item.size: drop not null
-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, with the values that it may hold
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP COLUMN `colour`,
  MODIFY COLUMN `size` int(11);

SET SESSION sql_mode = @migrate_sql_mode;
