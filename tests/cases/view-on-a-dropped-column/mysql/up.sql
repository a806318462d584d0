-- drop column item.price
-- drop view cheap
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values
-- drops-object: view cheap goes: what still uses it breaks
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP VIEW `cheap`;

ALTER TABLE `item` DROP COLUMN `price`;
