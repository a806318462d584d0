-- change column price.amount: type
-- drop column price.note
-- change options of table price
--
-- Dangers:
-- narrows-type: column price.amount goes from bigint(20) to int(11): values may not fit
-- drops-column: column price.note goes, with the values that it may hold
-- rewrites-table: every row of table price is written again
-- blocks-writes: table price is locked (SHARED) while the table is copied for amount
-- drops-data: the history of table price goes
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_alter_history = @@SESSION.system_versioning_alter_history, SESSION system_versioning_alter_history = KEEP;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `price` DROP SYSTEM VERSIONING;

ALTER TABLE `price`
  DROP COLUMN `note`,
  MODIFY COLUMN `amount` int(11);

SET SESSION sql_mode = @migrate_sql_mode;

SET SESSION system_versioning_alter_history = @migrate_alter_history;
