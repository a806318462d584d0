-- add column item.price
-- create view cheap
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` ADD COLUMN `price` int(11) AFTER `name`;

CREATE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name` from `item` where `item`.`price` < 10;
