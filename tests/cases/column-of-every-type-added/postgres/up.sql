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
-- add column thing.k
-- add column thing.l
-- add column thing.m
-- add column thing.n
-- add column thing.o
-- add column thing.p
-- add column thing.q

ALTER TABLE "thing"
    ADD COLUMN "a" smallint,
    ADD COLUMN "b" numeric(10,3),
    ADD COLUMN "c" double precision,
    ADD COLUMN "d" boolean,
    ADD COLUMN "e" character(4),
    ADD COLUMN "f" character varying(30),
    ADD COLUMN "g" bytea,
    ADD COLUMN "h" timestamp(3) with time zone,
    ADD COLUMN "i" interval day to second(2),
    ADD COLUMN "j" uuid,
    ADD COLUMN "k" jsonb,
    ADD COLUMN "l" inet,
    ADD COLUMN "m" bit varying(8),
    ADD COLUMN "n" tsvector,
    ADD COLUMN "o" tstzrange,
    ADD COLUMN "p" integer[],
    ADD COLUMN "q" character varying(9)[];
