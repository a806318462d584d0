-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from json to longtext: values may be converted
-- rewrites-table: every row of table reading is written again
-- blocks-writes: table reading is locked (SHARED) while the table is copied for value
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `reading` MODIFY COLUMN `value` longtext;

SET SESSION sql_mode = @migrate_sql_mode;
