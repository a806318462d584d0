-- rename column item.title to name
-- change column item.name: type, drop not null
-- change column item.price: type
-- add column item.old
-- change column item.size: default
-- drop column item.colour
-- drop check item_size on item
-- create index item_old on item
-- drop index item_price on item
-- drop index item_title on item
--
-- Dangers:
-- renames: column item.title is called name from now on
-- narrows-type: column item.title goes from varchar(80) to varchar(40): values may not fit
-- needs-cast: column item.price goes from int(11) to varchar(20): values may be converted
-- drops-column: column item.colour goes, with the values that it may hold
-- rewrites-table: every row of table item is written again
-- blocks-writes: table item is locked (SHARED) while the table is copied for name and while the table is copied for price
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP CONSTRAINT `item_size`,
  DROP INDEX `item_price`,
  DROP INDEX `item_title`,
  DROP COLUMN `colour`,
  CHANGE COLUMN `title` `name` varchar(40),
  MODIFY COLUMN `price` varchar(20),
  ADD COLUMN `old` int(11) AFTER `price`,
  MODIFY COLUMN `size` int(11) DEFAULT 1,
  ADD INDEX `item_old` (`old`);

SET SESSION sql_mode = @migrate_sql_mode;
