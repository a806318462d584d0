-- add column thing.a
-- add column thing.b
-- add column thing.c
-- add column thing.d
-- add column thing.e
-- add column thing.f
-- add column thing.g
-- add column thing.h
-- add column thing.i
-- add column thing.j

ALTER TABLE "thing" ADD COLUMN "a" INT;

ALTER TABLE "thing" ADD COLUMN "b" BIGINT;

ALTER TABLE "thing" ADD COLUMN "c" REAL;

ALTER TABLE "thing" ADD COLUMN "d" DECIMAL(10, 5);

ALTER TABLE "thing" ADD COLUMN "e" BOOLEAN;

ALTER TABLE "thing" ADD COLUMN "f" VARCHAR(255);

ALTER TABLE "thing" ADD COLUMN "g" TEXT;

ALTER TABLE "thing" ADD COLUMN "h" BLOB;

ALTER TABLE "thing" ADD COLUMN "i" DATETIME;

ALTER TABLE "thing" ADD COLUMN "j" JSON;
