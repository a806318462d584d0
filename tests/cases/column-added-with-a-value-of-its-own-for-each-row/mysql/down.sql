-- change column item.name: type, default
-- drop column item.token
-- drop column item.luck
-- drop column item.salt
-- drop column item.plain
-- drop index by_token on item
--
-- Dangers:
-- narrows-type: column item.name goes from varchar(60) to varchar(40): values may not fit
-- drops-column: column item.token goes, with the values that it may hold
-- drops-column: column item.luck goes, with the values that it may hold
-- drops-column: column item.salt goes, with the values that it may hold
-- drops-column: column item.plain goes, with the values that it may hold
-- rewrites-table: every row of table item is written again
-- blocks-writes: table item is locked (SHARED) while the table is copied for name
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  DROP INDEX `by_token`,
  DROP COLUMN `token`,
  DROP COLUMN `luck`,
  DROP COLUMN `salt`,
  DROP COLUMN `plain`,
  MODIFY COLUMN `name` varchar(40);

SET SESSION sql_mode = @migrate_sql_mode;
