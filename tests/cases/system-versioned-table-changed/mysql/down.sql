-- change column price.amount: type
-- change column price.note: type, comment
-- add column price.old
-- drop column price.currency
-- drop index price_amount on price
--
-- Dangers:
-- narrows-type: column price.amount goes from bigint(20) to int(11): values may not fit
-- narrows-type: column price.note goes from varchar(40) to varchar(20): values may not fit
-- drops-column: column price.currency goes, with the values that it may hold
-- rewrites-table: every row of table price is written again
-- blocks-writes: table price is locked (SHARED) while the table is copied for amount and while the table is copied for note
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_alter_history = @@SESSION.system_versioning_alter_history, SESSION system_versioning_alter_history = KEEP;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `price`
  DROP INDEX `price_amount`,
  DROP COLUMN `currency`,
  MODIFY COLUMN `amount` int(11) NOT NULL,
  MODIFY COLUMN `note` varchar(20),
  ADD COLUMN `old` int(11);

SET SESSION sql_mode = @migrate_sql_mode;

SET SESSION system_versioning_alter_history = @migrate_alter_history;
