-- rename column item.price to net
--
-- Dangers:
-- renames: column item.price is called net from now on

ALTER TABLE `item`
  DROP INDEX `by_double`,
  RENAME COLUMN `price` TO `net`,
  MODIFY COLUMN `gross` int GENERATED ALWAYS AS ((`net` + 1)) VIRTUAL,
  ADD INDEX `by_double` (((`gross` * 2)));
