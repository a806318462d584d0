-- create table history
-- create trigger checked on history
-- drop trigger checked on item
--
-- Dangers:
-- drops-object: trigger checked on item goes and trigger checked on history comes: a call with the old arguments breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `checked`;

CREATE TABLE `history` (
  `id` int NOT NULL,
  `price` int,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci ENGINE=InnoDB;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `checked` BEFORE INSERT ON `history` FOR EACH ROW
SET NEW.price = 1;

SET SESSION sql_mode = @migrate_sql_mode;
