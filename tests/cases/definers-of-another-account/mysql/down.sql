-- drop view listed
-- drop view merged
-- drop trigger item_name on item
-- drop procedure p
--
-- Dangers:
-- drops-object: view listed goes: what still uses it breaks
-- drops-object: view merged goes: what still uses it breaks
-- drops-object: trigger item_name on item goes and does not run any more
-- drops-object: procedure p goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `listed`;

DROP VIEW `merged`;

DROP TRIGGER `item_name`;

DROP PROCEDURE `p`;
