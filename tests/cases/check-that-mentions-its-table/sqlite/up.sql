-- rename table item to thing
-- change column thing.size: set not null
-- create check (unnamed) on thing
-- drop check (unnamed) on thing
--
-- Dangers:
-- renames: table item is called thing from now on
-- rewrites-table: every row of table item is written again, 1 row now

ALTER TABLE "item" RENAME TO "thing";

CREATE TABLE "__migrate_old_thing" AS SELECT "id", "size" FROM "thing";

DROP TABLE "thing";

CREATE TABLE thing (
    id integer PRIMARY KEY,
    size integer NOT NULL,
    CHECK (thing.size > 0)
);

INSERT INTO "thing" ("id", "size")
SELECT "id", "size" FROM "__migrate_old_thing";

DROP TABLE "__migrate_old_thing";
