-- create table history
-- create trigger item_history on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

CREATE TABLE `history` (
  `item_id` int(11)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ENGINE=InnoDB;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_history` AFTER UPDATE ON `item` FOR EACH ROW
BEGIN
    # don't lose which it was
    INSERT INTO history (item_id) VALUES (OLD.id);
END;

SET SESSION sql_mode = @migrate_sql_mode;
