-- rename column item.code to sku
-- create foreign key item_code_key on item
-- create index item_code_key on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-writes: table item is locked (SHARED) while foreign key item_code_key is checked

ALTER TABLE `item`
  RENAME COLUMN `code` TO `sku`,
  ADD INDEX `item_code_key` (`sku`),
  ADD CONSTRAINT `item_code_key` FOREIGN KEY (`sku`) REFERENCES `stock` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
