-- change index item_a on item
-- change index item_b on item

ALTER TABLE `item`
  DROP INDEX `item_a`,
  DROP INDEX `item_b`,
  ADD INDEX `item_a` (`size`),
  ADD INDEX `item_b` (`name`);
