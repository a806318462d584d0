-- change column Order "by" group.x.select from: type, set not null, default
-- add column Order "by" group.x.50% off
-- change check Key of (a), b on Order "by" group.x
--
-- Dangers:
-- blocks-writes: table Order "by" group.x is locked (SHARED) while every row is checked for Key of (a), b
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `Order "by" group.x`
  DROP CONSTRAINT `Key of (a), b`,
  MODIFY COLUMN `select from` varchar(80) NOT NULL DEFAULT 'y',
  ADD COLUMN `50% off` int,
  ADD CONSTRAINT `Key of (a), b` CHECK ((`it's ``odd`` "and" dotted.name` > (1 - 1)));

SET SESSION sql_mode = @migrate_sql_mode;
