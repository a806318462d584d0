-- drop column place.at
-- drop index by_place on place
--
-- Dangers:
-- drops-column: column place.at goes, with the values that it may hold

ALTER TABLE `place`
  DROP INDEX `by_place`,
  DROP COLUMN `at`;
