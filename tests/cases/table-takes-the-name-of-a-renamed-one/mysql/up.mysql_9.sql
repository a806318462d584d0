-- create table item
-- rename table item to old_item
--
-- Dangers:
-- renames: table item is called old_item from now on
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

RENAME TABLE `item` TO `old_item`;

CREATE TABLE `item` (
  `code` int NOT NULL,
  PRIMARY KEY (`code`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;
