-- drop table item
-- drop view cheap
--
-- Dangers:
-- drops-table: table item goes, with its 2 rows
-- irreversible: down makes table item again, without its rows
-- drops-object: view cheap goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `cheap`;

DROP TABLE `item`;
