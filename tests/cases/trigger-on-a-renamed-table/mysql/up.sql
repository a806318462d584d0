-- rename table item to thing
-- rename column thing.price to cost
-- change trigger item_price on thing: definition
--
-- Dangers:
-- renames: table item is called thing from now on
-- renames: column item.price is called cost from now on
-- drops-object: trigger item_price on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

RENAME TABLE `item` TO `thing`;

ALTER TABLE `thing` RENAME COLUMN `price` TO `cost`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` AFTER UPDATE ON `thing` FOR EACH ROW
INSERT INTO history (item_id, price) VALUES (OLD.id, OLD.cost);

SET SESSION sql_mode = @migrate_sql_mode;
