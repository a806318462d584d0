-- change column item.price: type
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of price changes

DROP TRIGGER "item_stamp" ON "item";

ALTER TABLE "item" ALTER COLUMN "price" TYPE bigint;

CREATE TRIGGER item_stamp BEFORE UPDATE ON public.item FOR EACH ROW WHEN ((new.price > 10)) EXECUTE FUNCTION stamp();
