-- rename column app.item.name to title
-- change column app.item.title: type
--
-- Dangers:
-- renames: column app.item.name is called title from now on

ALTER TABLE "app"."item" RENAME COLUMN "name" TO "title";

ALTER TABLE "app"."item" ALTER COLUMN "title" TYPE character varying(19);
