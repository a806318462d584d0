-- change column item.code: default
-- create foreign key item_code_key on item
-- create index item_code_key on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while foreign key item_code_key is checked

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) DEFAULT '20',
  ADD INDEX `item_code_key` (`code`),
  ADD CONSTRAINT `item_code_key` FOREIGN KEY (`code`) REFERENCES `stock` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
