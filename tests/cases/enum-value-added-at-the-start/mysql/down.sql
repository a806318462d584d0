-- change column person.feels: type
--
-- Dangers:
-- narrows-type: column person.feels goes from enum('awful','sad','ok') to enum('sad','ok'): values may not fit
-- rewrites-table: every row of table person is written again
-- blocks-writes: table person is locked (SHARED) while the table is copied for feels
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `person` MODIFY COLUMN `feels` enum('sad','ok') NOT NULL DEFAULT 'ok';

SET SESSION sql_mode = @migrate_sql_mode;
