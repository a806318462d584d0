-- rename column item.title to name
-- add column item.colour
-- drop column item.size
--
-- Dangers:
-- renames: column item.title is called name from now on
-- drops-column: column item.size goes, with the values that it may hold

ALTER TABLE `item`
  DROP COLUMN `size`,
  RENAME COLUMN `title` TO `name`,
  ADD COLUMN `colour` varchar(40);
