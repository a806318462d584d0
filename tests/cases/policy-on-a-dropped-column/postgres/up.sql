-- drop column item.price
-- drop policy cheap on item
--
-- Dangers:
-- drops-column: column item.price goes, with its values in 2 rows
-- irreversible: down makes column item.price again, without its values
-- drops-object: policy cheap on item goes and does not count any more

DROP POLICY "cheap" ON "item";

ALTER TABLE "item" DROP COLUMN "price";
