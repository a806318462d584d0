-- rename column app.item.title to name
-- change column app.item.name: type
--
-- Dangers:
-- renames: column app.item.title is called name from now on
-- narrows-type: column app.item.title goes from character varying(19) to character varying(9): values may not fit
-- rewrites-table: every row of table app.item is written again
-- blocks-reads: table app.item is locked (ACCESS EXCLUSIVE) while the type of name changes

ALTER TABLE "app"."item" RENAME COLUMN "title" TO "name";

ALTER TABLE "app"."item" ALTER COLUMN "name" TYPE character varying(9);
