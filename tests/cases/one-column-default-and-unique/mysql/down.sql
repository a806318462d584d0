-- change column item.code: default
-- drop index item_code_unique on item

ALTER TABLE `item`
  DROP INDEX `item_code_unique`,
  MODIFY COLUMN `code` varchar(20) DEFAULT '10';
