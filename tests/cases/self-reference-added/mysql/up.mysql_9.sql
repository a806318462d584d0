-- create foreign key person_boss on person
-- create index person_boss on person
--
-- Dangers:
-- blocks-writes: table person is locked (SHARED) while foreign key person_boss is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` ADD INDEX `person_boss` (`boss_id`);

ALTER TABLE `person` ADD CONSTRAINT `person_boss` FOREIGN KEY (`boss_id`) REFERENCES `person` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION;
