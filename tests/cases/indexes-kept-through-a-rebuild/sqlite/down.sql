-- change column item.name: drop not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    gone integer
);

INSERT INTO "item" ("id", "name", "size", "gone")
SELECT "id", "name", "size", "gone" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

CREATE INDEX "item (c)" ON item (size, gone);

CREATE INDEX item_a ON item (name COLLATE NOCASE, size DESC);

CREATE UNIQUE INDEX item_b ON item (lower(name)) WHERE gone = 0;
