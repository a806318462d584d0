-- add column item.room
-- create foreign key item_shelf on item
-- create table shelf
--
-- Dangers:
-- rewrites-table: every row of table item is written again

CREATE TABLE shelf (room integer, id integer, PRIMARY KEY (room, id));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    room integer,
    shelf integer,
    CONSTRAINT item_shelf FOREIGN KEY (room, shelf) REFERENCES shelf (room, id)
);

INSERT INTO "item" ("id", "name", "shelf")
SELECT "id", "name", "shelf" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
