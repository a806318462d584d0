-- create check item_code_filled on item
-- create index item_code on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled

ALTER TABLE `item`
  ADD INDEX `item_code` (`code`),
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` <> _utf8mb4''));
