-- rename check item_size_positive to item_size on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_size

ALTER TABLE `item`
  DROP CONSTRAINT `item_size_positive`,
  ADD CONSTRAINT `item_size` CHECK ((`size` > 0));
