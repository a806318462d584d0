-- rename column item.name to full_name
-- add column item.name
--
-- Dangers:
-- renames: column item.name is called full_name from now on

ALTER TABLE "item" RENAME COLUMN "name" TO "full_name";

ALTER TABLE "item" ADD COLUMN "name" character varying(10);
