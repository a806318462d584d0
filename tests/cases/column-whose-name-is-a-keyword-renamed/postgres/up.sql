-- rename column item.and to or
-- add column item.note
--
-- Dangers:
-- renames: column item.and is called or from now on

ALTER TABLE "item" RENAME COLUMN "and" TO "or";

ALTER TABLE "item" ADD COLUMN "note" text;
