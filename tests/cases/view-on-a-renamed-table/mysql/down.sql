-- rename table thing to item
-- create view cheap
--
-- Dangers:
-- renames: table thing is called item from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `thing` TO `item`;

CREATE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name` from `item` where `item`.`price` < 10;
