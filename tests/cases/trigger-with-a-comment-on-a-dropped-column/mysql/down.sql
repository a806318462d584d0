-- add column item.price
-- create trigger item_price on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `item` ADD COLUMN `price` int(11) AFTER `name`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` AFTER UPDATE ON `item` FOR EACH ROW
BEGIN
    -- don't lose what it was
    INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);
END;

SET SESSION sql_mode = @migrate_sql_mode;
