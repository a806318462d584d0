-- rename column item.title to name
-- change column item.name: not null constraint
-- rename column item.shade to colour
--
-- Dangers:
-- renames: column item.title is called name from now on
-- renames: column item.shade is called colour from now on

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

ALTER TABLE "item" RENAME COLUMN "shade" TO "colour";

ALTER TABLE "item" RENAME CONSTRAINT "item_title_not_null" TO "item_name_not_null";
