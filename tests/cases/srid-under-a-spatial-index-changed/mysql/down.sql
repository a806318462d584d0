-- change column place.at: options
-- drop column place.note
--
-- Dangers:
-- drops-column: column place.note goes, with the values that it may hold
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `place` DROP INDEX `by_place`;

ALTER TABLE `place`
  DROP COLUMN `note`,
  MODIFY COLUMN `at` point NOT NULL SRID 4326,
  ADD SPATIAL INDEX `by_place` (`at`);
