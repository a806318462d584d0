-- change column item.data: type, collation
-- create check item_chk_1 on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- check-on-rows: check item_chk_1 on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while the table is copied for data and while every row is checked for item_chk_1
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `data` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  ADD CONSTRAINT `item_chk_1` CHECK (json_valid(`data`));

SET SESSION sql_mode = @migrate_sql_mode;
