-- rename column item.name to full_name
-- change column item.full_name: not null constraint
-- add column item.name
--
-- Dangers:
-- renames: column item.name is called full_name from now on

ALTER TABLE "item" RENAME COLUMN "name" TO "full_name";

ALTER TABLE "item" RENAME CONSTRAINT "item_name_not_null" TO "item_full_name_not_null";

ALTER TABLE "item" ADD COLUMN "name" character varying(10);
