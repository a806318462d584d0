-- rename column item.size to price
-- rename column item.price to size
-- change view both_of: definition
-- change trigger item_price on item: definition
--
-- Dangers:
-- renames: column item.size is called price from now on
-- renames: column item.price is called size from now on
-- drops-object: trigger item_price on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

ALTER TABLE `item`
  RENAME COLUMN `size` TO `price`,
  RENAME COLUMN `price` TO `size`;

CREATE OR REPLACE VIEW `both_of` AS select `item`.`price` AS `price`,`item`.`size` AS `size` from `item` where `item`.`price` > `item`.`size`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.price = NEW.size + 1;

SET SESSION sql_mode = @migrate_sql_mode;
