-- drop column item.code
-- drop unique item_code_once on item
-- drop check item_code_set on item
-- drop index item_code on item
-- drop index item_name_code on item
--
-- Dangers:
-- drops-column: column item.code goes, which holds no value
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40) NOT NULL);

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
