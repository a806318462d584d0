-- change column item.size: set not null
-- add column item.colour
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `size` int NOT NULL,
  ADD COLUMN `colour` varchar(9);

SET SESSION sql_mode = @migrate_sql_mode;
