-- rename column item.name to title
-- change column item.title: not null constraint
-- rename column item.colour to shade
--
-- Dangers:
-- renames: column item.name is called title from now on
-- renames: column item.colour is called shade from now on

ALTER TABLE "item" RENAME COLUMN "name" TO "title";

ALTER TABLE "item" RENAME COLUMN "colour" TO "shade";

ALTER TABLE "item" RENAME CONSTRAINT "item_name_not_null" TO "item_title_not_null";
