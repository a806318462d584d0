-- change primary key (unnamed) on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- unique-on-rows: primary key on item: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer NOT NULL,
    code integer NOT NULL,
    name varchar(40),
    PRIMARY KEY (id)
);

INSERT INTO "item" ("id", "code", "name")
SELECT "id", "code", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
