-- change check item_chk_1 on item
--
-- Dangers:
-- check-on-rows: check item_chk_1 on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_chk_1

ALTER TABLE `item`
  DROP CONSTRAINT `item_chk_1`,
  ADD CONSTRAINT `item_chk_1` CHECK ((`size` > 0));
