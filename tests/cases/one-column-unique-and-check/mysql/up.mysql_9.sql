-- create check item_code_filled on item
-- create index item_code_unique on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_filled

ALTER TABLE `item`
  ADD UNIQUE INDEX `item_code_unique` (`code`),
  ADD CONSTRAINT `item_code_filled` CHECK ((`code` <> _utf8mb4''));
