-- change check item_chk_1 on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_chk_1

ALTER TABLE `item`
  DROP CONSTRAINT `item_chk_1`,
  ADD CONSTRAINT `item_chk_1` CHECK ((`size` > 1));
