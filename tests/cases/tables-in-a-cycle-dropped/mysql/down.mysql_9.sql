-- create table person
-- create table team
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `person` (
  `id` int NOT NULL,
  `team_id` int,
  PRIMARY KEY (`id`),
  INDEX `person_team` (`team_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE TABLE `team` (
  `id` int NOT NULL,
  `lead_id` int,
  PRIMARY KEY (`id`),
  INDEX `team_lead` (`lead_id`),
  CONSTRAINT `team_lead` FOREIGN KEY (`lead_id`) REFERENCES `person` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `person` ADD CONSTRAINT `person_team` FOREIGN KEY (`team_id`) REFERENCES `team` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION;
