-- rename column item.sku to code
-- drop index item_code on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item`
  DROP INDEX `item_code`,
  RENAME COLUMN `sku` TO `code`;
