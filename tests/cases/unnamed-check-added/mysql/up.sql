-- create check CONSTRAINT_1 on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARED) while every row is checked for CONSTRAINT_1

ALTER TABLE `item` ADD CONSTRAINT `CONSTRAINT_1` CHECK (`size` > 0);
