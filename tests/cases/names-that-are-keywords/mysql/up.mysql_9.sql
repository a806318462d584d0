-- rename column order.default to table
-- change column order.table: type
-- create foreign key order_ibfk_1 on order
-- create check order_chk_1 on order
-- create index references on order
--
-- Dangers:
-- renames: column order.default is called table from now on
-- blocks-writes: table order is locked (SHARED) while every row is checked for order_chk_1 and while foreign key order_ibfk_1 is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `order`
  CHANGE COLUMN `default` `table` varchar(80),
  ADD INDEX `references` (`references`),
  ADD CONSTRAINT `order_chk_1` CHECK ((`check` > 0));

ALTER TABLE `order` ADD CONSTRAINT `order_ibfk_1` FOREIGN KEY (`references`) REFERENCES `order` (`primary`) ON DELETE NO ACTION ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
