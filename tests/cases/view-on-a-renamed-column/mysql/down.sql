-- rename column item.cost to price
-- create view cheap
--
-- Dangers:
-- renames: column item.cost is called price from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` RENAME COLUMN `cost` TO `price`;

CREATE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name` from `item` where `item`.`price` < 10;
