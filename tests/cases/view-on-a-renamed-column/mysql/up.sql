-- rename column item.price to cost
-- drop view cheap
--
-- Dangers:
-- renames: column item.price is called cost from now on
-- drops-object: view cheap goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `cheap`;

ALTER TABLE `item` RENAME COLUMN `price` TO `cost`;
