-- change column post.status: type, default
-- rename value 'removed' of post.status to 'gone'
-- rename value 'sketch' of post.status to 'draft'
--
-- Dangers:
-- narrows-type: column post.status goes from enum('sketch','published','removed','featured') to enum('draft','published','gone'): values may not fit
-- rewrites-table: every row of table post is written again
-- renames: 'removed' of column post.status is called 'gone' from now on
-- renames: 'sketch' of column post.status is called 'draft' from now on
-- blocks-writes: table post is locked (SHARED) while the table is copied for status
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `post` MODIFY COLUMN `status` enum('sketch','published','removed','featured','gone','draft') NOT NULL DEFAULT 'sketch' COMMENT 'how far it is';

UPDATE `post` SET `status` = CASE `status` WHEN 'removed' THEN 'gone' WHEN 'sketch' THEN 'draft' ELSE `status` END, `changed_at` = `changed_at` WHERE `status` IN ('removed', 'sketch');

ALTER TABLE `post` MODIFY COLUMN `status` enum('draft','published','gone') NOT NULL DEFAULT 'draft' COMMENT 'how far it is';

SET SESSION sql_mode = @migrate_sql_mode;
