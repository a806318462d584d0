-- create event gone
-- change event other: definition
-- drop event made
--
-- Dangers:
-- drops-object: event made goes and does not run any more
-- drops-object: event other is dropped and made again, and does not run meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP EVENT `made`;

DROP EVENT `other`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = 'SYSTEM';

CREATE EVENT `gone` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM history;

CREATE EVENT `other` ON SCHEDULE EVERY 1 HOUR STARTS '2035-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM history;

SET SESSION time_zone = @migrate_time_zone;

SET SESSION sql_mode = @migrate_sql_mode;
