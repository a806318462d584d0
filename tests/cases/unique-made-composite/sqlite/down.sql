-- change unique item_once on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- unique-on-rows: unique item_once on item: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    code integer,
    CONSTRAINT item_once UNIQUE (name)
);

INSERT INTO "item" ("id", "name", "code")
SELECT "id", "name", "code" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
