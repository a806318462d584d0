-- drop check item_code_filled on item
-- drop index item_code_unique on item

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_filled`,
  DROP INDEX `item_code_unique`;
