-- change column person.name: type, drop not null
--
-- Dangers:
-- narrows-type: column person.name goes from varchar(60) to varchar(20): values may not fit
-- rewrites-table: every row of table person is written again
-- blocks-writes: table person is locked (SHARED) while the table is copied for name
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `person` MODIFY COLUMN `name` varchar(20);

SET SESSION sql_mode = @migrate_sql_mode;
