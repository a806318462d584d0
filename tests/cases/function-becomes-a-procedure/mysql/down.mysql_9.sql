-- create function p
-- drop procedure p
--
-- Dangers:
-- drops-object: procedure p goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE FUNCTION `p`() RETURNS int
    NO SQL
RETURN 1;

SET SESSION sql_mode = @migrate_sql_mode;

DROP PROCEDURE `p`;
