-- drop foreign key person_boss on person
-- drop index person_boss on person
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `person` DROP FOREIGN KEY `person_boss`;

ALTER TABLE `person` DROP INDEX `person_boss`;
