-- rename column item.title to name
-- rename column item.shade to colour
--
-- Dangers:
-- renames: column item.title is called name from now on
-- renames: column item.shade is called colour from now on

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

ALTER TABLE "item" RENAME COLUMN "shade" TO "colour";
