-- change check CONSTRAINT_2 on item
-- create check CONSTRAINT_3 on item
--
-- Dangers:
-- check-on-rows: check CONSTRAINT_2 on item: a row that breaks it stops the migration
-- check-on-rows: check CONSTRAINT_3 on item: a row that breaks it stops the migration
-- blocks-writes: table item is locked (SHARED) while every row is checked for CONSTRAINT_2 and while every row is checked for CONSTRAINT_3

ALTER TABLE `item`
  DROP CONSTRAINT `CONSTRAINT_2`,
  ADD CONSTRAINT `CONSTRAINT_2` CHECK (`size` < 100),
  ADD CONSTRAINT `CONSTRAINT_3` CHECK (`name` <> '');
