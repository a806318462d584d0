-- rename column item.name to title
-- change column item.title: type, set not null
-- change column item.price: type
-- add column item.colour
-- change column item.size: default
-- drop column item.old
-- create check item_size on item
-- create index item_price on item
-- create index item_title on item
-- drop index item_old on item
--
-- Dangers:
-- renames: column item.name is called title from now on
-- needs-cast: column item.price goes from varchar(20) to int: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column item.price as they were from varchar(20) to int
-- drops-column: column item.old goes, which holds no value
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-writes: table item is locked (SHARED) while the table is copied for price and while every row is checked for item_size
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP INDEX `item_old`,
  DROP COLUMN `old`,
  CHANGE COLUMN `name` `title` varchar(80) NOT NULL,
  MODIFY COLUMN `price` int,
  ADD COLUMN `colour` varchar(9) NOT NULL DEFAULT 'red' AFTER `price`,
  MODIFY COLUMN `size` int DEFAULT 2,
  ADD INDEX `item_price` (`price`),
  ADD UNIQUE INDEX `item_title` (`title`),
  ADD CONSTRAINT `item_size` CHECK ((`size` > 0));

SET SESSION sql_mode = @migrate_sql_mode;
