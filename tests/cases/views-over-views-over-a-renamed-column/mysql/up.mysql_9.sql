-- rename column item.price to cost
-- change view a_sum: definition
-- change view b_sum: definition
-- change view cheap: definition
--
-- Dangers:
-- renames: column item.price is called cost from now on
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` RENAME COLUMN `price` TO `cost`;

CREATE OR REPLACE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name`,`item`.`cost` AS `cost` from `item` where (`item`.`cost` < 10);

CREATE OR REPLACE VIEW `a_sum` AS select sum(`c`.`cost`) AS `total`,max(`i`.`cost`) AS `highest` from (`cheap` `c` join `item` `i` on((`i`.`id` = `c`.`id`)));

CREATE OR REPLACE VIEW `b_sum` (`a`,`b`) AS select `a_sum`.`highest` AS `highest`,`a_sum`.`total` AS `total` from `a_sum`;
