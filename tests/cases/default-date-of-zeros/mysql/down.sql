-- change column event.day: type, default
-- drop column event.note
-- drop column event.other
--
-- Dangers:
-- narrows-type: column event.day goes from datetime to date: values may not fit
-- needs-cast: column event.day goes from datetime to date: values may be converted
-- drops-column: column event.note goes, with the values that it may hold
-- drops-column: column event.other goes, with the values that it may hold
-- rewrites-table: every row of table event is written again
-- blocks-writes: table event is locked (SHARED) while the table is copied for day
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_DATE', ''), 'NO_ZERO_IN_DATE', ''), ',STRICT_ALL_TABLES');

ALTER TABLE `event`
  DROP COLUMN `note`,
  DROP COLUMN `other`,
  MODIFY COLUMN `day` date NOT NULL DEFAULT '0000-00-00';

SET SESSION sql_mode = @migrate_sql_mode;
