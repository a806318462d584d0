-- rename column item.price to cost
-- drop trigger item_price on item
--
-- Dangers:
-- renames: column item.price is called cost from now on
-- drops-object: trigger item_price on item goes and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

ALTER TABLE `item` RENAME COLUMN `price` TO `cost`;
