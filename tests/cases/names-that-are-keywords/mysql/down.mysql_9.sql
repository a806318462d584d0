-- rename column order.table to default
-- change column order.default: type
-- drop foreign key order_ibfk_1 on order
-- drop check order_chk_1 on order
-- drop index references on order
--
-- Dangers:
-- renames: column order.table is called default from now on
-- narrows-type: column order.table goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table order is written again
-- blocks-writes: table order is locked (SHARED) while the table is copied for default
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `order` DROP FOREIGN KEY `order_ibfk_1`;

ALTER TABLE `order`
  DROP CONSTRAINT `order_chk_1`,
  DROP INDEX `references`,
  CHANGE COLUMN `table` `default` varchar(40);

SET SESSION sql_mode = @migrate_sql_mode;
