-- drop view text
-- drop trigger item_name on item
-- drop trigger item_size on item
-- drop function quoted
--
-- Dangers:
-- drops-object: view text goes: what still uses it breaks
-- drops-object: trigger item_name on item goes and does not run any more
-- drops-object: trigger item_size on item goes and does not run any more
-- drops-object: function quoted goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `text`;

DROP TRIGGER `item_name`;

DROP TRIGGER `item_size`;

DROP FUNCTION `quoted`;
