-- drop index item_code on item
-- drop index item_code_unique on item

ALTER TABLE `item`
  DROP INDEX `item_code`,
  DROP INDEX `item_code_unique`;
