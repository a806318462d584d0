-- add column item.size
-- create check item_either on item
--
-- Dangers:
-- check-on-rows: check item_either on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_either

ALTER TABLE `item`
  ADD COLUMN `size` int,
  ADD CONSTRAINT `item_either` CHECK (((`name` is not null) or (`size` > 0)));
