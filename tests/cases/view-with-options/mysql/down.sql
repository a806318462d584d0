-- change view cheap: definition
-- change view counted: definition
-- drop view text
--
-- Dangers:
-- drops-object: view cheap gets other columns: a query that reads the old ones breaks
-- drops-object: view text goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `text`;

CREATE OR REPLACE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`price` AS `price` from `item` where `item`.`price` < 10;

CREATE OR REPLACE ALGORITHM=TEMPTABLE VIEW `counted` AS select count(0) AS `n` from `item`;
