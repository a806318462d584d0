-- create trigger a on item
-- change trigger b on item: definition
-- create trigger c on item
-- change trigger d on item: definition
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `a` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.price = 1;

CREATE OR REPLACE TRIGGER `b` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `a`
SET NEW.price = 2;

CREATE TRIGGER `c` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `b`
SET NEW.price = 3;

CREATE OR REPLACE TRIGGER `d` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `c`
SET NEW.price = 4;

SET SESSION sql_mode = @migrate_sql_mode;
