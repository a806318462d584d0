-- rename column item.sku to code
-- drop foreign key item_code_key on item
-- drop index item_code_key on item
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item`
  DROP FOREIGN KEY `item_code_key`,
  DROP INDEX `item_code_key`,
  RENAME COLUMN `sku` TO `code`;
