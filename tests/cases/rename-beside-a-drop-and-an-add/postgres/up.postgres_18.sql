-- rename column item.name to title
-- change column item.title: not null constraint
-- add column item.size
-- drop column item.colour
--
-- Dangers:
-- renames: column item.name is called title from now on
-- drops-column: column item.colour goes, which holds no value

ALTER TABLE "item" DROP COLUMN "colour";

ALTER TABLE "item" RENAME COLUMN "name" TO "title";

ALTER TABLE "item" RENAME CONSTRAINT "item_name_not_null" TO "item_title_not_null";

ALTER TABLE "item" ADD COLUMN "size" integer;
