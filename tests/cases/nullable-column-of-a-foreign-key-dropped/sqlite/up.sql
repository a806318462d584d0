-- drop column item.shelf_id
-- drop foreign key item_shelf on item
-- drop index item_shelf_id on item
--
-- Dangers:
-- drops-column: column item.shelf_id goes, with its values in 1 row
-- irreversible: down makes column item.shelf_id again, without its values
-- rewrites-table: every row of table item is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40));

INSERT INTO "item" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
