-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with its 2 rows
-- irreversible: down makes table person again, without its rows
-- drops-table: table team goes, with its 2 rows
-- irreversible: down makes table team again, without its rows
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` DROP FOREIGN KEY `person_team`;

DROP TABLE `team`;

DROP TABLE `person`;
