-- rename column task.mood to was
-- change column task.was: type
-- rename column task.was to mood
-- change column task.mood: type
-- rename value 'low' of task.was to 'sad'
-- rename value 'low' of task.mood to 'sad'
--
-- Dangers:
-- renames: column task.mood is called was from now on
-- renames: column task.was is called mood from now on
-- renames: 'low' of column task.was is called 'sad' from now on
-- renames: 'low' of column task.mood is called 'sad' from now on
-- blocks-writes: table task is locked (SHARED) while the table is copied for was and while the table is copied for mood
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');

ALTER TABLE `task`
  MODIFY COLUMN `mood` enum('low','high','sad') NOT NULL,
  MODIFY COLUMN `was` enum('low','high','sad') NOT NULL;

UPDATE `task` SET `mood` = CASE `mood` WHEN 'low' THEN 'sad' ELSE `mood` END, `was` = CASE `was` WHEN 'low' THEN 'sad' ELSE `was` END WHERE `mood` IN ('low') OR `was` IN ('low');

ALTER TABLE `task`
  CHANGE COLUMN `mood` `was` enum('sad','high') NOT NULL,
  CHANGE COLUMN `was` `mood` enum('sad','high') NOT NULL;

SET SESSION sql_mode = @migrate_sql_mode;
