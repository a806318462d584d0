-- change column item.code: default
-- drop foreign key item_code_key on item
-- drop index item_code_key on item

ALTER TABLE `item`
  DROP FOREIGN KEY `item_code_key`,
  DROP INDEX `item_code_key`,
  MODIFY COLUMN `code` varchar(20) DEFAULT '10';
