-- change column item.size: drop not null
-- drop column item.colour
--
-- Dangers:
-- drops-column: column item.colour goes, with the values that it may hold
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);

INSERT INTO "item" ("id", "name", "price", "size")
SELECT "id", "name", "price", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
