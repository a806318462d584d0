-- create trigger item_price on item
-- create trigger item_size on item
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_size` BEFORE INSERT ON `item` FOR EACH ROW
IF NEW.size IS NULL THEN SET NEW.size = 1; ELSE SET NEW.size = NEW.size + 1; END IF;

CREATE TRIGGER `item_price` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `item_size`
SET NEW.price = 1;

SET SESSION sql_mode = @migrate_sql_mode;
