-- change column item.code: type
-- drop check item_code_filled on item
--
-- Dangers:
-- needs-cast: column item.code goes from int to varchar(20): values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-writes: table item is locked (SHARED) while the table is copied for code
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_filled`,
  MODIFY COLUMN `code` varchar(20);

SET SESSION sql_mode = @migrate_sql_mode;
