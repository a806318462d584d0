-- drop column item.size
-- drop check item_either on item
--
-- Dangers:
-- drops-column: column item.size goes, with its values in 1 row
-- irreversible: down makes column item.size again, without its values

ALTER TABLE `item`
  DROP CONSTRAINT `item_either`,
  DROP COLUMN `size`;
