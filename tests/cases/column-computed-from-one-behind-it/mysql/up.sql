-- change column item.plain: default
-- add column item.middle
-- change column item.last_one: generated expression
-- change column item.other: default
--
-- Dangers:
-- drops-data: column item.last_one is computed from now on, and its values in 1 row go
-- irreversible: down can't bring back the values of column item.last_one
-- blocks-writes: table item is locked (SHARED) while every row gets its middle and while the table is copied for last_one
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `plain` int(11) DEFAULT (`id` * 3),
  ADD COLUMN `middle` int(11) GENERATED ALWAYS AS (`first_one` + 1) STORED,
  MODIFY COLUMN `last_one` int(11) GENERATED ALWAYS AS (`middle` + `first_one`) STORED AFTER `middle`,
  MODIFY COLUMN `other` int(11) DEFAULT (`plain` + 1) AFTER `plain`;

SET SESSION sql_mode = @migrate_sql_mode;
