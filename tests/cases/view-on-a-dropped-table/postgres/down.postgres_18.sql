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
 SELECT id,
    name
   FROM item
  WHERE (price < 10);
