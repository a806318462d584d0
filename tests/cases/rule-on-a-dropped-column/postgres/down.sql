-- add column item.price
-- create rule keep on item

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE RULE keep AS
    ON DELETE TO public.item
   WHERE (old.price > 10) DO INSTEAD NOTHING;
