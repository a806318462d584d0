-- create extension citext
-- change column item.name: type

CREATE EXTENSION IF NOT EXISTS "citext";

ALTER TABLE "item" ALTER COLUMN "name" TYPE citext;
