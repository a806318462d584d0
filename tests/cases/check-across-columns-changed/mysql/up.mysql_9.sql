-- change check item_either on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_either

ALTER TABLE `item`
  DROP CONSTRAINT `item_either`,
  ADD CONSTRAINT `item_either` CHECK (((`name` is not null) or (`size` is not null)));
