-- change column item.weight: type
-- change check price_known on item
-- drop check both_known on item
--
-- Dangers:
-- narrows-type: column item.weight goes from bigint to int: values may not fit
-- rewrites-table: every row of table item is written again
-- check-on-rows: check price_known on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while the table is copied for weight and while every row is checked for price_known
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP CONSTRAINT `both_known`,
  MODIFY COLUMN `weight` int,
  ALTER CHECK `price_known` ENFORCED;

SET SESSION sql_mode = @migrate_sql_mode;
