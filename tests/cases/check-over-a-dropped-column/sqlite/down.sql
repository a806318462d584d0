-- add column item.size
-- create check item_either on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- check-on-rows: check item_either on item: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_either CHECK (name IS NOT NULL OR size > 0)
);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
