-- create check item_chk_1 on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for item_chk_1

ALTER TABLE `item` ADD CONSTRAINT `item_chk_1` CHECK ((`size` > 0));
