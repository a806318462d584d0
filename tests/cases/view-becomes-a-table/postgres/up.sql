-- create table v
-- drop view v
--
-- Dangers:
-- drops-object: view v goes: what still uses it breaks

DROP VIEW "v";

CREATE TABLE "v" (
    "id" integer,
    "a" integer
);
