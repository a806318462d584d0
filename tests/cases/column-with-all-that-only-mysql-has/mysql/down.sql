-- change column place.at: comment
-- change column place.size: comment
-- change column place.deep: comment
-- change column place.told: comment
-- change column place.gone: options
-- drop column place.other
--
-- Dangers:
-- drops-column: column place.other goes, with the values that it may hold

ALTER TABLE `place`
  DROP COLUMN `other`,
  MODIFY COLUMN `at` point NOT NULL SRID 4326 COMMENT 'a',
  MODIFY COLUMN `size` int COLUMN_FORMAT FIXED COMMENT 'a',
  MODIFY COLUMN `deep` int STORAGE DISK COMMENT 'a',
  MODIFY COLUMN `told` int COMMENT 'a' SECONDARY_ENGINE_ATTRIBUTE '{"a": 1}',
  MODIFY COLUMN `gone` int;
