-- add column item.code
-- create check item_code_set on item
-- create index item_code on item
-- create index item_code_once on item
-- create index item_name_code on item
--
-- Dangers:
-- check-on-rows: check item_code_set on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_code_set

ALTER TABLE `item`
  ADD COLUMN `code` varchar(10),
  ADD INDEX `item_code` (`code`),
  ADD UNIQUE INDEX `item_code_once` (`code`),
  ADD INDEX `item_name_code` (`name`, `code`),
  ADD CONSTRAINT `item_code_set` CHECK ((`code` <> _utf8mb4''));
