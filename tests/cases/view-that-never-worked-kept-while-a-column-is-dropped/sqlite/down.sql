-- add column item.price

ALTER TABLE "item" ADD COLUMN "price" integer;
