-- change column item.twice: generated expression
--
-- Dangers:
-- drops-data: column item.twice is computed from now on: values that it may hold go
-- blocks-writes: table item is locked (SHARED) while the table is copied for twice

ALTER TABLE `item`
  DROP COLUMN `twice`,
  ADD COLUMN `twice` int GENERATED ALWAYS AS ((`price` * 2)) VIRTUAL;
