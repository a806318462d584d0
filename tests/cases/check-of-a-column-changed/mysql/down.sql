-- create check (unnamed) on item
-- drop check (unnamed) on item
--
-- Dangers:
-- check-on-rows: check without a name on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for without a name

ALTER TABLE `item` MODIFY COLUMN `size` int(11) CHECK (`size` > 0);
