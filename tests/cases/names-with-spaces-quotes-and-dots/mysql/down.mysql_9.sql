-- change column Order "by" group.x.select from: type, drop not null, default
-- drop column Order "by" group.x.50% off
-- change check Key of (a), b on Order "by" group.x
--
-- Dangers:
-- narrows-type: column Order "by" group.x.select from goes from varchar(80) to varchar(40): values may not fit
-- drops-column: column Order "by" group.x.50% off goes, with the values that it may hold
-- rewrites-table: every row of table Order "by" group.x is written again
-- check-on-rows: check Key of (a), b on Order "by" group.x: a row that breaks it stops the migration
-- blocks-writes: table Order "by" group.x is locked (SHARED) while the table is copied for select from and while every row is checked for Key of (a), b
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `Order "by" group.x`
  DROP CONSTRAINT `Key of (a), b`,
  DROP COLUMN `50% off`,
  MODIFY COLUMN `select from` varchar(40) DEFAULT 'x',
  ADD CONSTRAINT `Key of (a), b` CHECK ((`it's ``odd`` "and" dotted.name` > 0));

SET SESSION sql_mode = @migrate_sql_mode;
