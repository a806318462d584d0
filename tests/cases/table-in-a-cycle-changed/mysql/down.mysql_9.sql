-- change column person.team_id: drop not null
-- drop column team.name
--
-- Dangers:
-- drops-column: column team.name goes, with the values that it may hold
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `person` DROP FOREIGN KEY `person_team`;

ALTER TABLE `person` MODIFY COLUMN `team_id` int;

ALTER TABLE `team` DROP COLUMN `name`;

ALTER TABLE `person` ADD CONSTRAINT `person_team` FOREIGN KEY (`team_id`) REFERENCES `team` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;

SET SESSION sql_mode = @migrate_sql_mode;
