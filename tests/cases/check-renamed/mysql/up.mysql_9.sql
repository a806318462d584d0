-- rename check item_size to item_size_positive on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_size_positive

ALTER TABLE `item`
  DROP CONSTRAINT `item_size`,
  ADD CONSTRAINT `item_size_positive` CHECK ((`size` > 0));
