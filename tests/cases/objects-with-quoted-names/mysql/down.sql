-- drop table a`b
-- drop view v `x
-- drop trigger t;r on a`b
-- drop procedure p;q
-- drop event ev'ent
--
-- Dangers:
-- drops-table: table a`b goes, with the rows that it may have
-- drops-object: view v `x goes: what still uses it breaks
-- drops-object: trigger t;r goes with a`b
-- drops-object: procedure p;q goes: what still uses it breaks
-- drops-object: event ev'ent goes and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `v ``x`;

DROP EVENT `ev'ent`;

DROP PROCEDURE `p;q`;

DROP TABLE `a``b`;
