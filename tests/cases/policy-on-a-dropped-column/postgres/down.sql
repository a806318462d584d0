-- add column item.price
-- create policy cheap on item

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE POLICY "cheap" ON "item" USING ((price < 10));
