-- drop table history
-- create trigger checked on item
-- drop trigger checked on history
--
-- Dangers:
-- drops-table: table history goes, with its 1 row
-- irreversible: down makes table history again, without its rows
-- drops-object: trigger checked goes with history
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `checked`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE TRIGGER `checked` BEFORE INSERT ON `item` FOR EACH ROW
SET NEW.name = upper(NEW.name);

SET SESSION sql_mode = @migrate_sql_mode;

DROP TABLE `history`;
