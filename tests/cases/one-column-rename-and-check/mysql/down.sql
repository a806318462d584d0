-- rename column item.sku to code
-- drop check item_code_filled on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_filled`,
  RENAME COLUMN `sku` TO `code`;
