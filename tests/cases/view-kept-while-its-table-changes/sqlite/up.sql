-- change column item.size: set not null
-- add column item.colour
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer NOT NULL,
    colour varchar(9)
);

INSERT INTO "item" ("id", "name", "price", "size")
SELECT "id", "name", "price", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
