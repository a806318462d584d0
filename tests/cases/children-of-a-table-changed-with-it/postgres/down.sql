-- change column capital.name: default
-- change column city.people: type
-- change column place.id: type
-- rename column place.title to name
-- change column place.name: default
-- drop column place.more
-- change check named on place
--
-- Dangers:
-- narrows-type: column city.people goes from bigint to integer: values may not fit
-- rewrites-table: every row of table city is written again
-- narrows-type: column place.id goes from bigint to integer: values may not fit
-- renames: column place.title is called name from now on
-- drops-column: column place.more goes, with the values that it may hold
-- rewrites-table: every row of table place is written again
-- check-on-rows: check named on place: a row that breaks it stops the migration
-- blocks-reads: table city is locked (ACCESS EXCLUSIVE) while the type of people changes
-- blocks-reads: table place is locked (ACCESS EXCLUSIVE) while the type of id changes and while every row is checked for named

ALTER TABLE "place"
    DROP CONSTRAINT "named",
    DROP COLUMN "more";

ALTER TABLE "place" RENAME COLUMN "title" TO "name";

ALTER TABLE "place"
    ALTER COLUMN "id" TYPE integer,
    ALTER COLUMN "name" DROP DEFAULT,
    ADD CONSTRAINT "named" CHECK (name <> ''::text);

ALTER TABLE "city" ALTER COLUMN "people" TYPE integer;

ALTER TABLE "capital" ALTER COLUMN "name" DROP DEFAULT;
