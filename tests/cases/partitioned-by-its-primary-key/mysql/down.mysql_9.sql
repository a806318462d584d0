-- change column log.a: type
-- change options of table log
--
-- Dangers:
-- narrows-type: column log.a goes from bigint to int: values may not fit
-- rewrites-table: every row of table log is written again
-- blocks-writes: table log is locked (SHARED) while the table is copied for a
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `log` REMOVE PARTITIONING;

ALTER TABLE `log` MODIFY COLUMN `a` int;

ALTER TABLE `log`
  PARTITION BY KEY () PARTITIONS 2;

SET SESSION sql_mode = @migrate_sql_mode;
