-- drop column item.price
-- drop trigger item_stamp on item
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values
-- drops-object: trigger item_stamp on item goes and does not run any more

DROP TRIGGER "item_stamp" ON "item";

ALTER TABLE "item" DROP COLUMN "price";
