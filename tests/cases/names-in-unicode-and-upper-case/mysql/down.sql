-- change column Straße.prénom 名: type, drop not null
-- drop column Straße.STADT
--
-- Dangers:
-- narrows-type: column Straße.prénom 名 goes from varchar(80) to varchar(40): values may not fit
-- drops-column: column Straße.STADT goes, with the values that it may hold
-- rewrites-table: every row of table Straße is written again
-- blocks-writes: table Straße is locked (SHARED) while the table is copied for prénom 名
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `Straße`
  DROP COLUMN `STADT`,
  MODIFY COLUMN `prénom 名` varchar(40);

SET SESSION sql_mode = @migrate_sql_mode;
