-- change column price.amount: type
-- change column price.note: type, comment
-- add column price.currency
-- drop column price.old
-- create index price_amount on price
--
-- Dangers:
-- drops-column: column price.old goes, which holds no value
-- rewrites-table: every row of table price is written again, 1 row now
-- blocks-writes: table price is locked (SHARED) while the table is copied for amount
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_alter_history = @@SESSION.system_versioning_alter_history, SESSION system_versioning_alter_history = KEEP;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `price`
  DROP COLUMN `old`,
  MODIFY COLUMN `amount` bigint(20) NOT NULL,
  MODIFY COLUMN `note` varchar(40) COMMENT 'why',
  ADD COLUMN `currency` char(3) NOT NULL DEFAULT 'EUR',
  ADD INDEX `price_amount` (`amount`);

SET SESSION sql_mode = @migrate_sql_mode;

SET SESSION system_versioning_alter_history = @migrate_alter_history;
