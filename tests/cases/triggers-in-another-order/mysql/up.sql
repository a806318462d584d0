-- change trigger a on item: definition
-- change trigger c on item: definition
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE OR REPLACE TRIGGER `c` BEFORE INSERT ON `item` FOR EACH ROW PRECEDES `b`
SET NEW.price = 3;

CREATE OR REPLACE TRIGGER `a` BEFORE INSERT ON `item` FOR EACH ROW FOLLOWS `c`
SET NEW.price = 1;

SET SESSION sql_mode = @migrate_sql_mode;
