-- rename table old_item to item
-- drop table item
--
-- Dangers:
-- renames: table old_item is called item from now on
-- drops-table: table item goes, with the rows that it may have
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TABLE `item`;

RENAME TABLE `old_item` TO `item`;
