-- rename column item.full_name to name
-- drop column item.name
--
-- Dangers:
-- renames: column item.full_name is called name from now on
-- drops-column: column item.name goes, with the values that it may hold

ALTER TABLE `item`
  DROP COLUMN `name`,
  RENAME COLUMN `full_name` TO `name`;
