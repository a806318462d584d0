-- create index item_code on item
-- create index item_code_unique on item

ALTER TABLE `item`
  ADD INDEX `item_code` (`code`),
  ADD UNIQUE INDEX `item_code_unique` (`code`);
