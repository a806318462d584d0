-- add column item.room
-- create foreign key item_shelf on item
-- create index item_shelf on item
-- create table shelf
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while foreign key item_shelf is checked
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `shelf` (
  `room` int NOT NULL,
  `id` int NOT NULL,
  PRIMARY KEY (`room`, `id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

ALTER TABLE `item`
  ADD COLUMN `room` int AFTER `name`,
  ADD INDEX `item_shelf` (`room`, `shelf`),
  ADD CONSTRAINT `item_shelf` FOREIGN KEY (`room`, `shelf`) REFERENCES `shelf` (`room`, `id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
