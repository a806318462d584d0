-- change column item.code: generated expression
-- create check item_code_filled on item
--
-- Dangers:
-- check-on-rows: check item_code_filled on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while the table is copied for code and while every row is checked for item_code_filled
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `code` int GENERATED ALWAYS AS ((`amount` * 3)) STORED,
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` > 0));

SET SESSION sql_mode = @migrate_sql_mode;
