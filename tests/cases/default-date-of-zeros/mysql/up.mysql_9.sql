-- change column event.day: type, default
-- add column event.note
-- add column event.other
--
-- Dangers:
-- needs-cast: column event.day goes from date to datetime: values are converted, 1 row now
-- rewrites-table: every row of table event is written again, 1 row now
-- blocks-writes: table event is locked (SHARED) while the table is copied for day
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_DATE', ''), 'NO_ZERO_IN_DATE', ''), ',STRICT_ALL_TABLES');

ALTER TABLE `event`
  MODIFY COLUMN `day` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  ADD COLUMN `note` int,
  ADD COLUMN `other` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00';

SET SESSION sql_mode = @migrate_sql_mode;
