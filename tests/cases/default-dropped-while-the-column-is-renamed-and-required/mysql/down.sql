-- rename column item.sign to mark
-- change column item.mark: drop not null, default
--
-- Dangers:
-- renames: column item.sign is called mark from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item` CHANGE COLUMN `sign` `mark` varchar(10) DEFAULT 'x';

SET SESSION sql_mode = @migrate_sql_mode;
