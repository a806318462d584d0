-- rename column item.sku to code
-- change column item.code: comment
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item` CHANGE COLUMN `sku` `code` varchar(20) COMMENT 'as printed on the box';
