-- add column item.price
-- create trigger item_price on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` ADD COLUMN `price` int AFTER `name`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'PIPES_AS_CONCAT,ANSI_QUOTES,ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

CREATE TRIGGER `item_price` AFTER UPDATE ON `item` FOR EACH ROW
BEGIN
    -- a double quote is a name here
    INSERT INTO history VALUES (OLD.id, OLD."price");
END;

SET SESSION sql_mode = @migrate_sql_mode;
