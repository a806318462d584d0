-- rename column item.cost to price
-- change view a_sum: definition
-- change view b_sum: definition
-- change view cheap: definition
--
-- Dangers:
-- renames: column item.cost is called price from now on
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` RENAME COLUMN `cost` TO `price`;

CREATE OR REPLACE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name`,`item`.`price` AS `price` from `item` where (`item`.`price` < 10);

CREATE OR REPLACE VIEW `a_sum` AS select sum(`c`.`price`) AS `total`,max(`i`.`price`) AS `highest` from (`cheap` `c` join `item` `i` on((`i`.`id` = `c`.`id`)));

CREATE OR REPLACE VIEW `b_sum` (`a`,`b`) AS select `a_sum`.`total` AS `total`,`a_sum`.`highest` AS `highest` from `a_sum`;
