-- change column place.at: comment
-- change column place.size: comment
-- change column place.deep: comment
-- change column place.told: comment
-- change column place.gone: options
-- add column place.other

ALTER TABLE `place`
  MODIFY COLUMN `at` point NOT NULL SRID 4326 COMMENT 'b',
  MODIFY COLUMN `size` int COLUMN_FORMAT FIXED COMMENT 'b',
  MODIFY COLUMN `deep` int STORAGE DISK COMMENT 'b',
  MODIFY COLUMN `told` int COMMENT 'b' SECONDARY_ENGINE_ATTRIBUTE '{"a": 1}',
  MODIFY COLUMN `gone` int STORAGE MEMORY COLUMN_FORMAT DYNAMIC SECONDARY_ENGINE_ATTRIBUTE '{"b": 2}',
  ADD COLUMN `other` geometry SRID 0;
