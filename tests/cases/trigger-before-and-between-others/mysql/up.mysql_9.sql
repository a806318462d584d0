-- create trigger a on item
-- change trigger b on item: definition
-- create trigger c on item
-- change trigger d on item: definition
--
-- Dangers:
-- drops-object: trigger b on item is dropped and made again, and does not run for what is written meanwhile
-- drops-object: trigger d on item is dropped and made again, and does not run for what is written meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `b`;

DROP TRIGGER `d`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `a` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.price = 1;

CREATE TRIGGER `b` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `a`
SET NEW.price = 2;

CREATE TRIGGER `c` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `b`
SET NEW.price = 3;

CREATE TRIGGER `d` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `c`
SET NEW.price = 4;

SET SESSION sql_mode = @migrate_sql_mode;
