-- change view cheap: definition
-- change view counted: definition
-- create view text
--
-- Dangers:
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE OR REPLACE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW `cheap` AS select `item`.`id` AS `number`,`item`.`price` AS `amount` from `item` where `item`.`price` < 10 WITH LOCAL CHECK OPTION;

CREATE OR REPLACE VIEW `counted` AS select count(0) AS `n` from `item`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

CREATE VIEW `text` AS select 'a\\b\'c"d' AS `t`,_utf8mb4'ü😀' AS `u`;

SET SESSION sql_mode = @migrate_sql_mode;
