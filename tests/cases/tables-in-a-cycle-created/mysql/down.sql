-- drop table person
-- drop table team
--
-- Dangers:
-- drops-table: table person goes, with the rows that it may have
-- drops-table: table team goes, with the rows that it may have
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` DROP FOREIGN KEY `person_team`;

DROP TABLE `team`;

DROP TABLE `person`;
