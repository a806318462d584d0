-- create table item
-- create view cheap
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `item` (
  `id` int NOT NULL,
  `name` varchar(40),
  `price` int,
  `size` int,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

CREATE VIEW `cheap` AS select `item`.`id` AS `id`,`item`.`name` AS `name` from `item` where (`item`.`price` < 10);
