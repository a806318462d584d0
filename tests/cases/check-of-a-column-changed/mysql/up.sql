-- create check (unnamed) on item
-- drop check (unnamed) on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for without a name

ALTER TABLE `item` MODIFY COLUMN `size` int(11) CHECK (`size` > 1);
