-- rename table thing to item
-- change column item.size: drop not null
-- create check (unnamed) on item
-- drop check (unnamed) on item
--
-- Dangers:
-- renames: table thing is called item from now on
-- rewrites-table: every row of table thing is written again
-- check-on-rows: check without a name on item: a row that breaks it stops the migration

ALTER TABLE "thing" RENAME TO "item";

CREATE TABLE "__migrate_old_item" AS SELECT "id", "size" FROM "item";

DROP TABLE "item";

CREATE TABLE item (id integer PRIMARY KEY, size integer, CHECK (item.size > 0));

INSERT INTO "item" ("id", "size")
SELECT "id", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
