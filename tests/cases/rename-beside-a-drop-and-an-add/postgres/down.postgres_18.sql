-- rename column item.title to name
-- change column item.name: not null constraint
-- add column item.colour
-- drop column item.size
--
-- Dangers:
-- renames: column item.title is called name from now on
-- drops-column: column item.size goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "size";

ALTER TABLE "item" RENAME COLUMN "title" TO "name";

ALTER TABLE "item" RENAME CONSTRAINT "item_title_not_null" TO "item_name_not_null";

ALTER TABLE "item" ADD COLUMN "colour" character varying(40);
