-- change check item_chk_2 on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_chk_2

ALTER TABLE `item`
  DROP CONSTRAINT `item_chk_2`,
  ADD CONSTRAINT `item_chk_2` CHECK ((`size` < 200));
