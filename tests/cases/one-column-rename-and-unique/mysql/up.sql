-- rename column item.code to sku
-- create index item_code_unique on item
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE `item`
  RENAME COLUMN `code` TO `sku`,
  ADD UNIQUE INDEX `item_code_unique` (`sku`);
