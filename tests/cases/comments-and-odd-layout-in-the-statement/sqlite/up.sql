-- change column item.size: set not null
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 1 row now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item ( -- the items, all of them
    id integer primary key, /* CHECK (id > 0), */
    [name] text  default('a,b')
        constraint named not null
  , `size` integer default -1 not null -- no unit
);

INSERT INTO "item" ("id", "name", "size")
SELECT "id", "name", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
