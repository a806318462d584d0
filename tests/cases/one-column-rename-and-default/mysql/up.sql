-- rename column item.code to sku
-- change column item.sku: default
--
-- Dangers:
-- renames: column item.code is called sku from now on

ALTER TABLE `item` CHANGE COLUMN `code` `sku` varchar(20) DEFAULT '20';
