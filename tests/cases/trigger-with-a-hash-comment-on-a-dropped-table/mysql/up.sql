-- drop table history
-- drop trigger item_history on item
--
-- Dangers:
-- drops-table: table history goes, with its 1 row
-- irreversible: down makes table history again, without its rows
-- drops-object: trigger item_history on item goes and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_history`;

DROP TABLE `history`;
