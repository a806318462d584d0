-- add column t.e
-- create domain d

CREATE DOMAIN "d" AS text DEFAULT 'x'::text NOT NULL CONSTRAINT "d_check" CHECK ((VALUE <> ''::text));

ALTER TABLE "t" ADD COLUMN "e" d;
