-- drop table guest
-- create view guest
--
-- Dangers:
-- drops-table: table guest goes, with its 1 row
-- irreversible: down makes table guest again, without its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `guest`;

CREATE VIEW `guest` AS select `person`.`id` AS `id`,`person`.`name` AS `name` from `person` where (`person`.`id` > 100);
