-- create table history
-- create trigger item_price on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `history` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `item_id` int(11),
  `price` int(11),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ENGINE=InnoDB;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` AFTER UPDATE ON `item` FOR EACH ROW
INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);

SET SESSION sql_mode = @migrate_sql_mode;
