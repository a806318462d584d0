-- rename table writer to author
-- rename column author.full_name to name
-- change column author.name: type, drop not null
--
-- Dangers:
-- renames: table writer is called author from now on
-- renames: column writer.full_name is called name from now on
-- narrows-type: column writer.full_name goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table writer is written again
-- blocks-writes: table writer is locked (SHARED) while the table is copied for name
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

RENAME TABLE `writer` TO `author`;

ALTER TABLE `author` CHANGE COLUMN `full_name` `name` varchar(40);

SET SESSION sql_mode = @migrate_sql_mode;
