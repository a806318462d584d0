-- create foreign key person_team on person
-- create index person_team on person
-- create foreign key team_lead on team
-- create index team_lead on team
--
-- Dangers:
-- blocks-writes: table person is locked (SHARED) while foreign key person_team is checked
-- blocks-writes: table team is locked (SHARED) while foreign key team_lead is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` ADD INDEX `person_team` (`team_id`);

ALTER TABLE `team` ADD INDEX `team_lead` (`lead_id`);

ALTER TABLE `person` ADD CONSTRAINT `person_team` FOREIGN KEY (`team_id`) REFERENCES `team` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE `team` ADD CONSTRAINT `team_lead` FOREIGN KEY (`lead_id`) REFERENCES `person` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION;
