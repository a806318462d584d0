-- add column item.price
-- create view cheap

ALTER TABLE "item" ADD COLUMN "price" integer;

CREATE VIEW "cheap" AS
 SELECT item.id,
    item.name
   FROM item
  WHERE (item.price < 10);
