-- change index item_once on item

ALTER TABLE `item`
  DROP INDEX `item_once`,
  ADD UNIQUE INDEX `item_once` (`code`, `name`);
