-- drop foreign key item_code_key on item
-- drop check item_code_filled on item
-- drop index item_code_key on item

ALTER TABLE `item`
  DROP FOREIGN KEY `item_code_key`,
  DROP CONSTRAINT `item_code_filled`,
  DROP INDEX `item_code_key`;
