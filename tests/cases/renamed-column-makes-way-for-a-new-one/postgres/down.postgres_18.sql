-- rename column item.full_name to name
-- change column item.name: not null constraint
-- drop column item.name
--
-- Dangers:
-- renames: column item.full_name is called name from now on
-- drops-column: column item.name goes, with the values that it may hold

ALTER TABLE "item" DROP COLUMN "name";

ALTER TABLE "item" RENAME COLUMN "full_name" TO "name";

ALTER TABLE "item" RENAME CONSTRAINT "item_full_name_not_null" TO "item_name_not_null";
