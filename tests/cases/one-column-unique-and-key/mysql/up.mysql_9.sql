-- create foreign key item_code_key on item
-- create index item_code_unique on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while foreign key item_code_key is checked

ALTER TABLE `item`
  ADD UNIQUE INDEX `item_code_unique` (`code`),
  ADD CONSTRAINT `item_code_key` FOREIGN KEY (`code`) REFERENCES `stock` (`code`) ON DELETE CASCADE ON UPDATE NO ACTION;
