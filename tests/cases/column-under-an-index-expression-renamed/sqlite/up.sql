-- rename column item.name to title
--
-- Dangers:
-- renames: column item.name is called title from now on

ALTER TABLE "item" RENAME COLUMN "name" TO "title";
