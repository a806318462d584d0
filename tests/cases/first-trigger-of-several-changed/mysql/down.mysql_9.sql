-- change trigger a on item: definition
--
-- Dangers:
-- drops-object: trigger a on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `a`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `a` BEFORE INSERT ON `item` FOR EACH ROW PRECEDES `b`
SET NEW.price = 1;

SET SESSION sql_mode = @migrate_sql_mode;
