-- change column item.mark: default
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
);

INSERT INTO "item" ("id", "name", "mark")
SELECT "id", "name", "mark" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
