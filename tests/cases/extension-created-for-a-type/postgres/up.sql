-- create extension citext
-- change column item.name: type
--
-- Dangers:
-- narrows-type: column item.name goes from text to citext: values may not fit, 2 rows now
-- needs-cast: column item.name goes from text to citext: values are converted, 2 rows now
-- irreversible: down can't bring back what column item.name loses from text to citext
-- rewrites-table: every row of table item is written again, 2 rows now
-- blocks-reads: table item is locked (ACCESS EXCLUSIVE) while the type of name changes

CREATE EXTENSION IF NOT EXISTS "citext";

ALTER TABLE "item" ALTER COLUMN "name" TYPE citext;
