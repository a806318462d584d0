-- drop trigger item_price on item
-- drop trigger item_size on item
--
-- Dangers:
-- drops-object: trigger item_price on item goes and does not run any more
-- drops-object: trigger item_size on item goes and does not run any more
-- not-transactional: MariaDB/MySQL commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`

DROP TRIGGER `item_price`;

DROP TRIGGER `item_size`;
