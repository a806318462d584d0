-- add column word.größe
-- add column word.shouted
-- add column word.kept
-- create check no_umlaut on word
-- create check sized on word
-- create index by_path on word
-- create index by_umlaut on word
--
-- Dangers:
-- blocks-writes: table word is locked (SHARED) while every row is checked for no_umlaut and while every row is checked for sized
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '');

ALTER TABLE `word`
  ADD COLUMN `größe` int DEFAULT 1,
  ADD COLUMN `shouted` varchar(30) GENERATED ALWAYS AS (concat(`a`,_utf8mb4'ü😀')) VIRTUAL,
  ADD COLUMN `kept` varchar(30) DEFAULT (concat(_utf8mb4'ü',_utf8mb4'it\'s \\ "x"')),
  ADD INDEX `by_path` ((cast(json_extract(`j`,_utf8mb4'$.ü') as char(20) array))),
  ADD INDEX `by_umlaut` ((concat(`a`,_utf8mb4'ü'))),
  ADD CONSTRAINT `no_umlaut` CHECK (((`a` <> _utf8mb4'ü') and (`a` <> _utf8mb4'😀'))),
  ADD CONSTRAINT `sized` CHECK ((`größe` > 0));

SET SESSION sql_mode = @migrate_sql_mode;
