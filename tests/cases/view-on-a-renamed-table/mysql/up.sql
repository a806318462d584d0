-- rename table item to thing
-- drop view cheap
--
-- Dangers:
-- renames: table item is called thing from now on
-- drops-object: view cheap goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `cheap`;

RENAME TABLE `item` TO `thing`;
