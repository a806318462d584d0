-- add column item.width
-- drop column item.size
-- change trigger item_size on item: definition
--
-- Dangers:
-- drops-column: column item.size goes, with its values in 2 rows
-- irreversible: down makes column item.size again, without its values
-- drops-object: trigger item_size on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_size`;

ALTER TABLE `item`
  DROP COLUMN `size`,
  ADD COLUMN `width` bigint DEFAULT ((`id` * 2));

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `item_size` BEFORE UPDATE ON `item` FOR EACH ROW
SET NEW.price = NEW.width;

SET SESSION sql_mode = @migrate_sql_mode;
