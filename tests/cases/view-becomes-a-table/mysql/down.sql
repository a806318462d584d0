-- drop table cheap
-- create view cheap
--
-- Dangers:
-- drops-table: table cheap goes, with the rows that it may have
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `cheap`;

CREATE VIEW `cheap` AS select `item`.`id` AS `id` from `item`;
