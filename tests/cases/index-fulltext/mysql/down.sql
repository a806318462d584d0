-- change index item_name on item

ALTER TABLE `item`
  DROP INDEX `item_name`,
  ADD INDEX `item_name` (`name`);
