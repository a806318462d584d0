-- drop column item.size
-- drop check item_either on item
--
-- Dangers:
-- drops-column: column item.size goes, with its values in 1 row
-- irreversible: down makes column item.size again, without its values
-- rewrites-table: every row of table item is written again, 1 row now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
