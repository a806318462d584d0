-- create event made
-- change event other: definition
-- drop event gone
--
-- Dangers:
-- drops-object: event gone goes and does not run any more
-- drops-object: event other is dropped and made again, and does not run meanwhile
-- drops-object: event other is off from now on and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP EVENT `gone`;

DROP EVENT `other`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = 'SYSTEM';

CREATE EVENT `made` ON SCHEDULE AT '2035-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM history;

CREATE EVENT `other` ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2035-01-01 00:00:00' ENDS '2036-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO BEGIN DELETE FROM history; DELETE FROM item WHERE id < 0; END;

SET SESSION time_zone = @migrate_time_zone;

SET SESSION sql_mode = @migrate_sql_mode;
