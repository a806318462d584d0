-- change column item.size: drop not null, default
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY ON CONFLICT REPLACE,
    name text NOT NULL ON CONFLICT IGNORE,
    code text UNIQUE ON CONFLICT REPLACE,
    size integer
);

INSERT OR ABORT INTO "item" ("id", "name", "code", "size")
SELECT "id", "name", "code", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
