-- change column item.name: type
--
-- Dangers:
-- narrows-type: column item.name goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40) COLLATE NOCASE NOT NULL);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
