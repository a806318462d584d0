-- rename column item.cost to price
-- change options of table item
-- change view listed: definition
-- change trigger item_price on item: definition
--
-- Dangers:
-- renames: column item.cost is called price from now on
-- drops-object: view listed gets other columns: a query that reads the old ones breaks
-- drops-object: trigger item_price on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

ALTER TABLE `item` REMOVE PARTITIONING;

ALTER TABLE `item` RENAME COLUMN `cost` TO `price`;

ALTER TABLE `item`
  PARTITION BY RANGE (`id`) (PARTITION low VALUES LESS THAN (10) ENGINE = InnoDB, PARTITION high VALUES LESS THAN MAXVALUE ENGINE = InnoDB);

CREATE OR REPLACE VIEW `listed` AS select `item`.`price` AS `price` from `item`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_price` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.price = 1;

SET SESSION sql_mode = @migrate_sql_mode;
