-- change trigger b on item: definition
-- change trigger d on item: definition
-- drop trigger a on item
-- drop trigger c on item
--
-- Dangers:
-- drops-object: trigger a on item goes and does not run any more
-- drops-object: trigger c on item goes and does not run any more
-- drops-object: trigger b on item is dropped and made again, and does not run for what is written meanwhile
-- drops-object: trigger d on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `a`;

DROP TRIGGER `c`;

DROP TRIGGER `b`;

DROP TRIGGER `d`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `b` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.price = 2;

CREATE TRIGGER `d` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `b`
SET NEW.price = 4;

SET SESSION sql_mode = @migrate_sql_mode;
