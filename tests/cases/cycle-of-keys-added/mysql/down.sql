-- drop foreign key person_team on person
-- drop index person_team on person
-- drop foreign key team_lead on team
-- drop index team_lead on team
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` DROP FOREIGN KEY `person_team`;

ALTER TABLE `team` DROP FOREIGN KEY `team_lead`;

ALTER TABLE `person` DROP INDEX `person_team`;

ALTER TABLE `team` DROP INDEX `team_lead`;
