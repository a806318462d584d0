-- change column item.name: set not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY AUTOINCREMENT, name text NOT NULL);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DELETE FROM "sqlite_sequence" WHERE "name" = 'item';

INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'item', "seq" FROM "sqlite_sequence" WHERE "name" = '__migrate_old_item';

DROP TABLE "__migrate_old_item";
