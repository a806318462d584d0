-- rename column item.sku to code
-- change column item.code: default
--
-- Dangers:
-- renames: column item.sku is called code from now on

ALTER TABLE `item` CHANGE COLUMN `sku` `code` varchar(20) DEFAULT '10';
