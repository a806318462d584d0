-- rename table article to post
-- rename column post.state to status
-- change column post.status: type, default
-- rename value 'Draft' of post.status to 'draft'
--
-- Dangers:
-- renames: table article is called post from now on
-- renames: column article.state is called status from now on
-- renames: 'Draft' of column post.status is called 'draft' from now on
-- blocks-writes: table article is locked (SHARED) while the table is copied for status
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

RENAME TABLE `article` TO `post`;

UPDATE `post` SET `state` = CASE `state` WHEN 'Draft' THEN 'draft' ELSE `state` END, `changed_at` = `changed_at` WHERE `state` IN ('Draft');

ALTER TABLE `post` CHANGE COLUMN `state` `status` enum('draft','published','gone') NOT NULL DEFAULT 'draft' COMMENT 'how far it is';

SET SESSION sql_mode = @migrate_sql_mode;
