-- add column item.price
-- create trigger item_stamp on item

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE TRIGGER item_stamp BEFORE UPDATE OF price ON public.item FOR EACH ROW EXECUTE FUNCTION stamp();
