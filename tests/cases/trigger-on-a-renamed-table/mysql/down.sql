-- rename table thing to item
-- rename column item.cost to price
-- change trigger item_price on item: definition
--
-- Dangers:
-- renames: table thing is called item from now on
-- renames: column thing.cost is called price from now on
-- drops-object: trigger item_price on thing is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

RENAME TABLE `thing` TO `item`;

ALTER TABLE `item` RENAME COLUMN `cost` TO `price`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` AFTER UPDATE ON `item` FOR EACH ROW
INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.price);

SET SESSION sql_mode = @migrate_sql_mode;
