-- create table item
-- create view cheap

CREATE TABLE "item" (
    "id" integer NOT NULL,
    "name" character varying(40),
    "price" integer,
    "size" integer,
    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

CREATE VIEW "cheap" AS
 SELECT item.id,
    item.name
   FROM item
  WHERE (item.price < 10);
