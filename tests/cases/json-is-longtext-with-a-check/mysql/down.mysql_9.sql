-- change column item.data: type, collation
-- drop check item_chk_1 on item
--
-- Dangers:
-- narrows-type: column item.data goes from longtext to json: values may not fit
-- needs-cast: column item.data goes from longtext to json: values may be converted
-- rewrites-table: every row of table item is written again
-- blocks-writes: table item is locked (SHARED) while the table is copied for data
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP CONSTRAINT `item_chk_1`,
  MODIFY COLUMN `data` json;

SET SESSION sql_mode = @migrate_sql_mode;
