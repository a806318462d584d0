-- change check item_name on item
--
-- Dangers:
-- check-on-rows: check item_name on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_name

ALTER TABLE `item`
  DROP CONSTRAINT `item_name`,
  ADD CONSTRAINT `item_name` CHECK ((length(`name`) > 1));
