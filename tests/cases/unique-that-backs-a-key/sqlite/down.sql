-- create unique item_code on item
-- create foreign key part_item on part
--
-- Dangers:
-- rewrites-table: every row of table item is written again
-- unique-on-rows: unique item_code on item: a row that breaks it stops the migration
-- rewrites-table: every row of table part is written again
-- foreign-key-on-rows: foreign key part_item on part: a row that breaks it stops the migration

BEGIN;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    code integer NOT NULL,
    name varchar(40),
    CONSTRAINT item_code UNIQUE (code)
);

INSERT INTO "item" ("id", "code", "name")
SELECT "id", "code", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "part" RENAME TO "__migrate_old_part";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE part (
    id integer PRIMARY KEY,
    item_code integer NOT NULL,
    CONSTRAINT part_item FOREIGN KEY (item_code) REFERENCES item (code) ON DELETE CASCADE
);

INSERT INTO "part" ("id", "item_code")
SELECT "id", "item_code" FROM "__migrate_old_part";

DROP TABLE "__migrate_old_part";

COMMIT;
