-- rename table post to article
-- rename column article.status to state
-- change column article.state: type, default
-- rename value 'draft' of article.state to 'Draft'
--
-- Dangers:
-- renames: table post is called article from now on
-- renames: column post.status is called state from now on
-- renames: 'draft' of column article.state is called 'Draft' from now on
-- blocks-writes: table post is locked (SHARED) while the table is copied for state
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

RENAME TABLE `post` TO `article`;

UPDATE `article` SET `status` = CASE `status` WHEN 'draft' THEN 'Draft' ELSE `status` END, `changed_at` = `changed_at` WHERE `status` IN ('draft');

ALTER TABLE `article` CHANGE COLUMN `status` `state` enum('Draft','published','gone') NOT NULL DEFAULT 'Draft' COMMENT 'how far it is';

SET SESSION sql_mode = @migrate_sql_mode;
