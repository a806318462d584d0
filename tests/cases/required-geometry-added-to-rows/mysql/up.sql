-- add column place.at
-- create index by_place on place
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

ALTER TABLE `place` ADD COLUMN `at` point SRID 0;

UPDATE `place` SET `at` = (point(1,2));

ALTER TABLE `place`
  MODIFY COLUMN `at` point NOT NULL DEFAULT (point(1,2)) SRID 0,
  ADD SPATIAL INDEX `by_place` (`at`);
