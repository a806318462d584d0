-- drop column item.price
-- drop trigger item_price on item
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values
-- drops-object: trigger item_price on item goes and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

ALTER TABLE `item` DROP COLUMN `price`;
