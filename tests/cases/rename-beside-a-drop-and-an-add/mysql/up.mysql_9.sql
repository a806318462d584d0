-- rename column item.name to title
-- add column item.size
-- drop column item.colour
--
-- Dangers:
-- renames: column item.name is called title from now on
-- drops-column: column item.colour goes, which holds no value

ALTER TABLE `item`
  DROP COLUMN `colour`,
  RENAME COLUMN `name` TO `title`,
  ADD COLUMN `size` int;
