-- rename column order.default to table
-- change column order.table: type
-- create foreign key order_ibfk_1 on order
-- create check (unnamed) on order
-- create index references on order
--
-- Dangers:
-- renames: column order.default is called table from now on
-- blocks-writes: table order is locked (SHARED) while every row is checked for without a name and while foreign key order_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `order`
  CHANGE COLUMN `default` `table` varchar(80),
  MODIFY COLUMN `check` int(11) CHECK (`check` > 0),
  ADD INDEX `references` (`references`);

ALTER TABLE `order` ADD CONSTRAINT `order_ibfk_1` FOREIGN KEY (`references`) REFERENCES `order` (`primary`) ON DELETE RESTRICT ON UPDATE RESTRICT;

SET SESSION sql_mode = @migrate_sql_mode;
