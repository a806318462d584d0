-- change column reading.value: type
-- change check reading_value on reading
--
-- Dangers:
-- needs-cast: column reading.value goes from int to varchar(20): values may be converted
-- rewrites-table: every row of table reading is written again
-- check-on-rows: check reading_value on reading: a row that breaks it stops the migration
-- blocks-writes: table reading is locked (SHARED) while the table is copied for value and while every row is checked for reading_value
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `reading`
  DROP CONSTRAINT `reading_value`,
  MODIFY COLUMN `value` varchar(20) NOT NULL,
  ADD CONSTRAINT `reading_value` CHECK ((`value` <> _utf8mb4''));

SET SESSION sql_mode = @migrate_sql_mode;
