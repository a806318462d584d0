-- change check CONSTRAINT_2 on item
--
-- Dangers:
-- check-on-rows: check CONSTRAINT_2 on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for CONSTRAINT_2

ALTER TABLE `item`
  DROP CONSTRAINT `CONSTRAINT_2`,
  ADD CONSTRAINT `CONSTRAINT_2` CHECK (`size` < 100);
