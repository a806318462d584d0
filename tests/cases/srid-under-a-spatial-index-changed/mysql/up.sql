-- change column place.at: options
-- add column place.note
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `place` DROP INDEX `by_place`;

ALTER TABLE `place`
  MODIFY COLUMN `at` point NOT NULL SRID 0,
  ADD COLUMN `note` text,
  ADD SPATIAL INDEX `by_place` (`at`);
