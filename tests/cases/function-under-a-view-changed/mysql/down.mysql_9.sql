-- change view doubled: definition
-- create function old_one
-- change function twice: definition
-- drop function base
--
-- Dangers:
-- drops-object: function twice gets other arguments or another result: a call that relies on the old ones breaks
-- drops-object: function base goes: what still uses it breaks
-- drops-object: function twice is dropped and made again, and is missing meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE FUNCTION `old_one`() RETURNS int
    NO SQL
RETURN 1;

DROP FUNCTION `twice`;

CREATE FUNCTION `twice`(n integer) RETURNS int
    NO SQL
    DETERMINISTIC
RETURN n * 2;

SET SESSION sql_mode = @migrate_sql_mode;

CREATE OR REPLACE VIEW `doubled` AS select `twice`(`item`.`price`) AS `price`,`old_one`() AS `one` from `item`;

DROP FUNCTION `base`;
