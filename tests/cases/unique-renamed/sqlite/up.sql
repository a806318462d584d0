-- rename unique item_name to item_name_once on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    CONSTRAINT item_name_once UNIQUE (name)
);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
