-- rename column item.sku to code
-- drop index item_code_unique on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item`
  DROP INDEX `item_code_unique`,
  RENAME COLUMN `sku` TO `code`;
