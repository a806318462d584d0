-- change column item.last_one: generated expression
-- change column item.other: default
-- change column item.plain: default
-- drop column item.middle
--
-- Dangers:
-- drops-column: column item.middle goes, with the values that it may hold
-- blocks-writes: table item is locked (SHARED) while the table is copied for last_one
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP COLUMN `middle`,
  MODIFY COLUMN `last_one` int(11),
  MODIFY COLUMN `other` int(11) DEFAULT 5,
  MODIFY COLUMN `plain` int(11);

SET SESSION sql_mode = @migrate_sql_mode;
