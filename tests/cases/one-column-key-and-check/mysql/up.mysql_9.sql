-- create foreign key item_code_key on item
-- create check item_code_filled on item
-- create index item_code_key on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled and while foreign key item_code_key is checked

ALTER TABLE `item`
  ADD INDEX `item_code_key` (`code`),
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` <> _utf8mb4'')),
  ADD CONSTRAINT `item_code_key` FOREIGN KEY (`code`) REFERENCES `stock` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
