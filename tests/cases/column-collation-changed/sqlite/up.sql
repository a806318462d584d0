-- change column item.name: collation
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name text COLLATE NOCASE NOT NULL);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE UNIQUE INDEX item_name ON item (name);
