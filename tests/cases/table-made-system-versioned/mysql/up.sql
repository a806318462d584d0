-- change column price.amount: type
-- add column price.note
-- change options of table price
--
-- Dangers:
-- rewrites-table: every row of table price is written again, 2 rows now
-- blocks-writes: table price is locked (SHARED) while the table is copied for amount
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `price`
  MODIFY COLUMN `amount` bigint(20),
  ADD COLUMN `note` varchar(20);

ALTER TABLE `price` ADD SYSTEM VERSIONING;

SET SESSION sql_mode = @migrate_sql_mode;
