-- rename column item.sku to code
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item` RENAME COLUMN `sku` TO `code`;
