-- rename column item.mark to sign
-- change column item.sign: set not null, default
--
-- Dangers:
-- renames: column item.mark is called sign from now on
-- rewrites-table: every row of table item is written again, 1 row now

ALTER TABLE "item" RENAME COLUMN "mark" TO "sign";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    sign varchar(10) NOT NULL
);

INSERT INTO "item" ("id", "name", "sign")
SELECT "id", "name", "sign" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
