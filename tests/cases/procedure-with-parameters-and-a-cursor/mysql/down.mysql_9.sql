-- change procedure total: definition
-- drop view listed
--
-- Dangers:
-- drops-object: procedure total gets other arguments or another result: a call that relies on the old ones breaks
-- drops-object: view listed goes: what still uses it breaks
-- drops-object: procedure total is dropped and made again, and is missing meanwhile
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `listed`;

SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = @@GLOBAL.sql_mode;

DROP PROCEDURE `total`;

CREATE PROCEDURE `total`(OUT total integer)
SELECT sum(price) INTO total FROM item;

SET SESSION sql_mode = @migrate_sql_mode;
