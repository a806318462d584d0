-- change column word.a: type
-- add column word.b
-- add column word.c
-- create check named on word
--
-- Dangers:
-- check-on-rows: check named on word: a row that breaks it stops the migration
-- blocks-writes: table word is locked (SHARED) while every row is checked for named
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `word`
  MODIFY COLUMN `a` varchar(30) CHECK (`a` <> '😀'),
  ADD COLUMN `b` varchar(20) DEFAULT concat('😀','ü'),
  ADD COLUMN `c` varchar(40) GENERATED ALWAYS AS (concat(`a`,'😀')) VIRTUAL,
  ADD CONSTRAINT `named` CHECK (`b` <> '😀?');

SET SESSION sql_mode = @migrate_sql_mode;
