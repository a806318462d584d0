-- change column device.token: type
-- change column device.place: type
--
-- Dangers:
-- needs-cast: column device.token goes from linestring to int: values may be converted
-- needs-cast: column device.place goes from point to int: values may be converted
-- rewrites-table: every row of table device is written again
-- blocks-writes: table device is locked (SHARED) while the table is copied for token and while the table is copied for place
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `device`
  MODIFY COLUMN `token` int,
  MODIFY COLUMN `place` int;

SET SESSION sql_mode = @migrate_sql_mode;
