-- create extension pg_trgm
-- create index item_name on item
--
-- Dangers:
-- blocks-writes: table item is locked (SHARE) while index item_name is built

CREATE EXTENSION IF NOT EXISTS "pg_trgm";

CREATE INDEX "item_name" ON "item" USING "gin" ("name" gin_trgm_ops);
