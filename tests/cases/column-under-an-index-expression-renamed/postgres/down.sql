-- rename column item.title to name
--
-- Dangers:
-- renames: column item.title is called name from now on

ALTER TABLE "item" RENAME COLUMN "title" TO "name";
