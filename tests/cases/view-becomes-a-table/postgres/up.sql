-- create table v
-- drop view v

DROP VIEW "v";

CREATE TABLE "v" (
    "id" integer,
    "a" integer
);
