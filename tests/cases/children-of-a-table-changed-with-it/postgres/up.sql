-- change column capital.title: default
-- change column city.people: type
-- change column place.id: type
-- rename column place.name to title
-- change column place.title: default
-- add column place.more
-- change check named on place
--
-- Dangers:
-- rewrites-table: every row of table city is written again, 2 rows now
-- renames: column place.name is called title from now on
-- rewrites-table: every row of table place is written again, 3 rows now
-- blocks-reads: table city is locked (ACCESS EXCLUSIVE) while the type of people changes
-- blocks-reads: table place is locked (ACCESS EXCLUSIVE) while the type of id changes and while every row is checked for named

ALTER TABLE "place" DROP CONSTRAINT "named";

ALTER TABLE "place" RENAME COLUMN "name" TO "title";

ALTER TABLE "place"
    ALTER COLUMN "id" TYPE bigint,
    ALTER COLUMN "title" SET DEFAULT 'x'::text,
    ADD COLUMN "more" integer,
    ADD CONSTRAINT "named" CHECK (title <> 'none'::text);

ALTER TABLE "city" ALTER COLUMN "people" TYPE bigint;

ALTER TABLE "capital" ALTER COLUMN "title" SET DEFAULT 'y'::text;
