-- rename column item.code to sku
-- create check item_code_filled on item
--
-- Dangers:
-- renames: column item.code is called sku from now on
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled

ALTER TABLE `item`
  RENAME COLUMN `code` TO `sku`,
  ADD CONSTRAINT `item_code_filled` CHECK ((`sku` <> _utf8mb4''));
