-- change column item.weight: type
-- change check price_known on item
-- create check both_known on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now
-- blocks-writes: table item is locked (SHARED) while the table is copied for weight
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `weight` bigint,
  ADD CONSTRAINT `both_known` CHECK (((`weight` > 0) and (`price` > 0))) NOT ENFORCED,
  ALTER CHECK `price_known` NOT ENFORCED;

SET SESSION sql_mode = @migrate_sql_mode;
