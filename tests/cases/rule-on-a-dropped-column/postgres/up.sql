-- drop column item.price
-- drop rule keep on item
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values
-- drops-object: rule keep on item goes and does not count any more

DROP RULE "keep" ON "item";

ALTER TABLE "item" DROP COLUMN "price";
