-- change column item.code: default
-- create index item_code on item

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) DEFAULT '20',
  ADD INDEX `item_code` (`code`);
