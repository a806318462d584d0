-- drop column item.code
-- drop check item_code_set on item
-- drop index item_code on item
-- drop index item_code_once on item
-- drop index item_name_code on item
--
-- Dangers:
-- drops-column: column item.code goes, which holds no value

ALTER TABLE `item`
  DROP CONSTRAINT `item_code_set`,
  DROP INDEX `item_code`,
  DROP INDEX `item_code_once`,
  DROP INDEX `item_name_code`,
  DROP COLUMN `code`;
