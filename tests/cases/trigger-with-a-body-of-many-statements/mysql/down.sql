-- drop trigger item_price on item
--
-- Dangers:
-- drops-object: trigger item_price on item goes and does not run any more

DROP TRIGGER `item_price`;
