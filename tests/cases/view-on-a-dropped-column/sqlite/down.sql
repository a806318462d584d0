-- add column item.price
-- create view cheap

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
