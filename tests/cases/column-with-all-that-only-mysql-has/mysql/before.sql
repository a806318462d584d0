CREATE TABLE place (
  id int PRIMARY KEY,
  at point NOT NULL SRID 4326 COMMENT 'a',
  size int COLUMN_FORMAT FIXED COMMENT 'a',
  deep int STORAGE DISK COMMENT 'a',
  told int SECONDARY_ENGINE_ATTRIBUTE '{"a": 1}' COMMENT 'a',
  gone int,
  SPATIAL KEY by_place (at)
);
