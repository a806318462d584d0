-- change column item.code: generated expression
-- create index item_code_unique on item
--
-- Dangers:
-- unique-on-rows: unique index item_code_unique on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while the table is copied for code
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `code` int GENERATED ALWAYS AS ((`amount` * 3)) STORED,
  ADD UNIQUE INDEX `item_code_unique` (`code`);

SET SESSION sql_mode = @migrate_sql_mode;
