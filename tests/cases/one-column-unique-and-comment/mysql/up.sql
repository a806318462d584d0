-- change column item.code: comment
-- create index item_code_unique on item

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) COMMENT 'as scanned',
  ADD UNIQUE INDEX `item_code_unique` (`code`);
