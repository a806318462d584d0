-- add column item.price
-- create policy cheap on item
--
-- Dangers:
-- opens-rows: policy cheap on item is new, and adds to the rows that can be seen or written

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE POLICY "cheap" ON "item" USING ((price < 10));
