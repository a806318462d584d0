-- change column person.feels: type
--
-- Dangers:
-- rewrites-table: every row of table person is written again, 2 rows now
-- blocks-writes: table person is locked (SHARED) while the table is copied for feels
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `person` MODIFY COLUMN `feels` varchar(20) NOT NULL DEFAULT 'ok';

SET SESSION sql_mode = @migrate_sql_mode;
