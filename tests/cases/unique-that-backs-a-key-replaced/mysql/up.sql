-- rename index item_code to item_code_alone on item
-- create index item_code_once on item

ALTER TABLE `item`
  RENAME INDEX `item_code` TO `item_code_alone`,
  ADD UNIQUE INDEX `item_code_once` (`code`, `id`);
