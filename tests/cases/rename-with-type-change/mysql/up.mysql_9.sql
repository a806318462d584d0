-- rename column item.price to cents
-- change column item.cents: type
--
-- Dangers:
-- renames: column item.price is called cents from now on
-- needs-cast: column item.price goes from varchar(20) to int: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.price as they were from varchar(20) to int
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-writes: table item is locked (SHARED) while the table is copied for cents
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item` CHANGE COLUMN `price` `cents` int NOT NULL;

SET SESSION sql_mode = @migrate_sql_mode;
