-- drop unique item_code on item
-- drop foreign key part_item on part
--
-- Dangers:
-- rewrites-table: every row of table item is written again, 2 rows now
-- rewrites-table: every row of table part is written again, 2 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, code integer NOT NULL, name varchar(40));

INSERT INTO "item" ("id", "code", "name")
SELECT "id", "code", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "part" RENAME TO "__migrate_old_part";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE part (id integer PRIMARY KEY, item_code integer NOT NULL);

INSERT INTO "part" ("id", "item_code")
SELECT "id", "item_code" FROM "__migrate_old_part";

DROP TABLE "__migrate_old_part";

COMMIT;

PRAGMA foreign_keys = ON;
