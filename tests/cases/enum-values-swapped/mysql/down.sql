-- change column post.status: type, default
-- rename value 'draft' of post.status to 'gone'
-- rename value 'gone' of post.status to 'draft'
--
-- Dangers:
-- renames: 'draft' of column post.status is called 'gone' from now on
-- renames: 'gone' of column post.status is called 'draft' from now on
-- blocks-writes: table post is locked (SHARED) while the table is copied for status
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

UPDATE `post` SET `status` = CASE `status` WHEN 'draft' THEN 'gone' WHEN 'gone' THEN 'draft' ELSE `status` END, `changed_at` = `changed_at` WHERE `status` IN ('draft', 'gone');

ALTER TABLE `post` MODIFY COLUMN `status` enum('draft','published','gone') NOT NULL DEFAULT 'draft' COMMENT 'how far it is';

SET SESSION sql_mode = @migrate_sql_mode;
