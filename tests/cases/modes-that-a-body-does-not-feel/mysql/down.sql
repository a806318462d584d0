-- change trigger item_name on item: definition
--
-- Dangers:
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE OR REPLACE TRIGGER `item_name` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.name = upper(NEW.name);

SET SESSION sql_mode = @migrate_sql_mode;
