-- change index item_once on item
--
-- Dangers:
-- unique-on-rows: unique index item_once on item: a row that breaks it stops the migration

ALTER TABLE `item`
  DROP INDEX `item_once`,
  ADD UNIQUE INDEX `item_once` (`name`);
