-- change view doubled: definition
-- create function base
-- change function twice: definition
-- drop function old_one
--
-- Dangers:
-- drops-object: function twice gets other arguments or another result: a call that relies on the old ones breaks
-- drops-object: function old_one goes: what still uses it breaks
-- drops-object: function twice is dropped and made again, and is missing meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

CREATE FUNCTION `base`() RETURNS int
    NO SQL
RETURN 2;

DROP FUNCTION `twice`;

CREATE FUNCTION `twice`(n integer, by_what integer) RETURNS bigint
    NO SQL
    DETERMINISTIC
    SQL SECURITY INVOKER
    COMMENT 'it''s ü'
RETURN n * base() * by_what;

SET SESSION sql_mode = @migrate_sql_mode;

CREATE OR REPLACE VIEW `doubled` AS select `twice`(`item`.`price`,1) AS `price`,`base`() AS `one` from `item`;

DROP FUNCTION `old_one`;
