-- change options of table log
-- change options of table page
-- change column plain.body: type
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `log`
  ENGINE=InnoDB,
  DELAY_KEY_WRITE=0;

ALTER TABLE `page`
  CHECKSUM=1,
  ENGINE=MyISAM,
  COMPRESSION='';

ALTER TABLE `plain` MODIFY COLUMN `body` varchar(200);

SET SESSION sql_mode = @migrate_sql_mode;
