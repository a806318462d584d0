-- change options of table log
-- change options of table page
-- change column plain.body: type
--
-- Dangers:
-- narrows-type: column plain.body goes from varchar(200) to varchar(100): values may not fit
-- rewrites-table: every row of table plain is written again
-- blocks-writes: table plain is locked (SHARED) while the table is copied for body
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `log`
  DELAY_KEY_WRITE=1,
  ENGINE=MyISAM;

ALTER TABLE `page`
  COMPRESSION='zlib',
  ENGINE=InnoDB,
  CHECKSUM=0;

ALTER TABLE `plain` MODIFY COLUMN `body` varchar(100);

SET SESSION sql_mode = @migrate_sql_mode;
