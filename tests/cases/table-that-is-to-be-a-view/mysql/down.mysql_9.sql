-- create table guest
-- drop view guest
--
-- Dangers:
-- drops-object: view guest goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `guest`;

CREATE TABLE `guest` (
  `id` int NOT NULL,
  `name` varchar(40),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;
