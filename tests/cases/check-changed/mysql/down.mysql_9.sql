-- change check item_size on item
--
-- Dangers:
-- check-on-rows: check item_size on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_size

ALTER TABLE `item`
  DROP CONSTRAINT `item_size`,
  ADD CONSTRAINT `item_size` CHECK ((`size` > 0));
