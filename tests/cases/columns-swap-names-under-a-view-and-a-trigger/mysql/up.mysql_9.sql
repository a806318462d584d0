-- rename column item.price to size
-- rename column item.size to price
-- change view both_of: definition
-- change trigger item_price on item: definition
--
-- Dangers:
-- renames: column item.price is called size from now on
-- renames: column item.size is called price from now on
-- drops-object: trigger item_price on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

ALTER TABLE `item`
  RENAME COLUMN `price` TO `size`,
  RENAME COLUMN `size` TO `price`;

CREATE OR REPLACE VIEW `both_of` AS select `item`.`size` AS `price`,`item`.`price` AS `size` from `item` where (`item`.`size` > `item`.`price`);

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.size = NEW.price + 1;

SET SESSION sql_mode = @migrate_sql_mode;
