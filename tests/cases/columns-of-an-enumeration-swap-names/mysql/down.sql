-- rename column task.was to mood
-- change column task.mood: type
-- rename column task.mood to was
-- change column task.was: type
-- rename value 'sad' of task.mood to 'low'
-- rename value 'sad' of task.was to 'low'
--
-- Dangers:
-- renames: column task.was is called mood from now on
-- renames: column task.mood is called was from now on
-- renames: 'sad' of column task.mood is called 'low' from now on
-- renames: 'sad' of column task.was is called 'low' from now on
-- blocks-writes: table task is locked (SHARED) while the table is copied for mood and while the table is copied for was
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `task`
  MODIFY COLUMN `was` enum('sad','high','low') NOT NULL,
  MODIFY COLUMN `mood` enum('sad','high','low') NOT NULL;

UPDATE `task` SET `was` = CASE `was` WHEN 'sad' THEN 'low' ELSE `was` END, `mood` = CASE `mood` WHEN 'sad' THEN 'low' ELSE `mood` END WHERE `was` IN ('sad') OR `mood` IN ('sad');

ALTER TABLE `task`
  CHANGE COLUMN `was` `mood` enum('low','high') NOT NULL,
  CHANGE COLUMN `mood` `was` enum('low','high') NOT NULL;

SET SESSION sql_mode = @migrate_sql_mode;
