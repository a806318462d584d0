-- change column word.a: type
-- drop column word.b
-- drop column word.c
-- drop check named on word
--
-- Dangers:
-- narrows-type: column word.a goes from varchar(30) to varchar(20): values may not fit
-- drops-column: column word.b goes, with the values that it may hold
-- drops-column: column word.c goes, with the values that it may hold
-- rewrites-table: every row of table word is written again
-- blocks-writes: table word is locked (SHARED) while the table is copied for a
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `word`
  DROP CONSTRAINT `named`,
  DROP COLUMN `b`,
  DROP COLUMN `c`,
  MODIFY COLUMN `a` varchar(20) CHECK (`a` <> '😀');

SET SESSION sql_mode = @migrate_sql_mode;
