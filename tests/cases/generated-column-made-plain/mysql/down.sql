-- change column box.area: generated expression
--
-- Dangers:
-- drops-data: column box.area is computed from now on: values that it may hold go
-- blocks-writes: table box is locked (SHARED) while the table is copied for area
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `box` MODIFY COLUMN `area` int(11) GENERATED ALWAYS AS (`width` * `height`) STORED;

SET SESSION sql_mode = @migrate_sql_mode;
