-- change column item.code: comment
-- create index item_code on item

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) COMMENT 'as scanned',
  ADD INDEX `item_code` (`code`);
