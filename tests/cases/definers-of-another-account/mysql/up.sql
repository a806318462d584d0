-- create view listed
-- create view merged
-- create trigger item_name on item
-- create procedure p
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE DEFINER=`other`@`localhost` PROCEDURE `p`()
SELECT 1;

SET SESSION sql_mode = @migrate_sql_mode;

CREATE DEFINER=`other`@`localhost` VIEW `listed` AS select `item`.`id` AS `id` from `item`;

CREATE ALGORITHM=MERGE DEFINER=`other`@`localhost` SQL SECURITY INVOKER VIEW `merged` AS select `item`.`id` AS `id` from `item`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE DEFINER=`other`@`%` TRIGGER `item_name` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.name = 'x';

SET SESSION sql_mode = @migrate_sql_mode;
