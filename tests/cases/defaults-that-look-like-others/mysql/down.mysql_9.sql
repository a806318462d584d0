-- change column thing.a: type
-- change column thing.b: type
-- change column thing.c: default
-- drop column thing.d
-- drop column thing.e
-- drop column thing.f
-- drop column thing.g
-- drop column thing.h
-- drop column thing.i
-- drop column thing.j
-- drop column thing.k
--
-- Dangers:
-- narrows-type: column thing.a goes from varchar(30) to varchar(20): values may not fit
-- narrows-type: column thing.b goes from varbinary(20) to varbinary(10): values may not fit
-- drops-column: column thing.d goes, with the values that it may hold
-- drops-column: column thing.e goes, with the values that it may hold
-- drops-column: column thing.f goes, with the values that it may hold
-- drops-column: column thing.g goes, with the values that it may hold
-- drops-column: column thing.h goes, with the values that it may hold
-- drops-column: column thing.i goes, with the values that it may hold
-- drops-column: column thing.j goes, with the values that it may hold
-- drops-column: column thing.k goes, with the values that it may hold
-- rewrites-table: every row of table thing is written again
-- blocks-writes: table thing is locked (SHARED) while the table is copied for a and while the table is copied for b
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''), ',STRICT_ALL_TABLES');

ALTER TABLE `thing`
  DROP COLUMN `d`,
  DROP COLUMN `e`,
  DROP COLUMN `f`,
  DROP COLUMN `g`,
  DROP COLUMN `h`,
  DROP COLUMN `i`,
  DROP COLUMN `j`,
  DROP COLUMN `k`,
  MODIFY COLUMN `a` varchar(20) DEFAULT '0x41',
  MODIFY COLUMN `b` varbinary(10) DEFAULT 'A\0B',
  MODIFY COLUMN `c` binary(4) DEFAULT 'ab\0\0';

SET SESSION sql_mode = @migrate_sql_mode;
