-- change column item.name: type
-- change column item.changed: comment
-- change column item.hidden: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now
-- blocks-writes: table item is locked (SHARED) while the table is copied for hidden
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `item`
  MODIFY COLUMN `name` varchar(80) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s' COMMENT 'what it''s called',
  MODIFY COLUMN `changed` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'last change',
  MODIFY COLUMN `hidden` bigint DEFAULT 3 INVISIBLE;

SET SESSION sql_mode = @migrate_sql_mode;
