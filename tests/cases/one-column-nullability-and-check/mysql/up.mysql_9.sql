-- change column item.code: set not null
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) NOT NULL,
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` <> _utf8mb4''));

SET SESSION sql_mode = @migrate_sql_mode;
