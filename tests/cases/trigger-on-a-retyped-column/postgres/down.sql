-- change column item.price: type
--
-- Dangers:
-- narrows-type: column item.price goes from bigint to integer: values may not fit
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of price changes

DROP TRIGGER "item_stamp" ON "item";

ALTER TABLE "item" ALTER COLUMN "price" TYPE integer;

CREATE TRIGGER item_stamp BEFORE UPDATE ON public.item FOR EACH ROW WHEN ((new.price > 10)) EXECUTE FUNCTION stamp();
