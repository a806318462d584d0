-- create extension citext
-- change column item.name: type
--
-- Dangers:
-- narrows-type: column item.name goes from text to citext: values may not fit
-- needs-cast: column item.name goes from text to citext: values are converted
-- rewrites-table: every row of table item is written again
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes

CREATE EXTENSION IF NOT EXISTS "citext";

ALTER TABLE "item" ALTER COLUMN "name" TYPE citext;
