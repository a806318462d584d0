-- change column item.code: default
-- drop index item_code on item

ALTER TABLE `item`
  DROP INDEX `item_code`,
  MODIFY COLUMN `code` varchar(20) DEFAULT '10';
