-- change column item.code: default
-- drop check item_code_filled on item

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_filled`,
  MODIFY COLUMN `code` varchar(20) DEFAULT '10';
