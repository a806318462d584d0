-- change column thing.a: type
-- change column thing.b: type
-- change column thing.c: default
-- add column thing.d
-- add column thing.e
-- add column thing.f
-- add column thing.g
-- add column thing.h
-- add column thing.i
-- add column thing.j
-- add column thing.k
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''), ',STRICT_ALL_TABLES');

ALTER TABLE `thing`
  MODIFY COLUMN `a` varchar(30) DEFAULT '0x41',
  MODIFY COLUMN `b` varbinary(20) DEFAULT 'A\0B',
  MODIFY COLUMN `c` binary(4) DEFAULT 'abc\0',
  ADD COLUMN `d` varchar(20) DEFAULT '😀 it''s \\',
  ADD COLUMN `e` binary(4) DEFAULT '\0\0\0\0',
  ADD COLUMN `f` varbinary(10) DEFAULT 0xFF00,
  ADD COLUMN `g` varchar(20) DEFAULT 'NULL',
  ADD COLUMN `h` varchar(20) DEFAULT 'current_timestamp()',
  ADD COLUMN `i` bit(8) DEFAULT b'101',
  ADD COLUMN `j` int DEFAULT 7,
  ADD COLUMN `k` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT 'ü';

SET SESSION sql_mode = @migrate_sql_mode;
