-- rename column item.sku to code
-- change column item.code: generated expression
--
-- Dangers:
-- renames: column item.sku is called code from now on
-- blocks-writes: table item is locked (SHARED) while the table is copied for code
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item` CHANGE COLUMN `sku` `code` int GENERATED ALWAYS AS ((`amount` * 2)) STORED;

SET SESSION sql_mode = @migrate_sql_mode;
