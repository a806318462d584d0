-- create table t
-- create type r

CREATE TYPE "r" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);

CREATE TABLE "t" (
    "x" r
);
