-- change column item.code: comment
-- create check item_code_filled on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled

ALTER TABLE `item`
  MODIFY COLUMN `code` varchar(20) COMMENT 'as scanned',
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` <> _utf8mb4''));
