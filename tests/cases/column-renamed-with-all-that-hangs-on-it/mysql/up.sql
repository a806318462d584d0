-- rename column item.code to sku
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE `item` RENAME COLUMN `code` TO `sku`;
