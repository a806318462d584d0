-- rename column item.net to price
--
-- Dangers:
-- renames: column item.net is called price from now on

ALTER TABLE `item`
  DROP INDEX `by_double`,
  RENAME COLUMN `net` TO `price`,
  MODIFY COLUMN `gross` int GENERATED ALWAYS AS ((`price` + 1)) VIRTUAL,
  ADD INDEX `by_double` (((`gross` * 2)));
