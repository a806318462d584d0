-- rename table author to writer
-- rename column writer.name to full_name
-- change column writer.full_name: type, set not null
--
-- Dangers:
-- renames: table author is called writer from now on
-- renames: column author.name is called full_name from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

RENAME TABLE `author` TO `writer`;

ALTER TABLE `writer` CHANGE COLUMN `name` `full_name` varchar(80) NOT NULL;

SET SESSION sql_mode = @migrate_sql_mode;
