-- change column item.code: default
-- create index item_code_unique on item

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) DEFAULT '20',
  ADD UNIQUE INDEX `item_code_unique` (`code`);
