-- rename column item.code to sku
-- change column item.sku: generated expression
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-writes: table item is locked (SHARED) while the table is copied for sku
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item` CHANGE COLUMN `code` `sku` int GENERATED ALWAYS AS ((`amount` * 3)) STORED;

SET SESSION sql_mode = @migrate_sql_mode;
