-- drop column item.room
-- drop foreign key item_shelf on item
-- drop table shelf
--
-- Dangers:
-- drops-column: column item.room goes, which holds no value
-- rewrites-table: every row of table item is written again, 2 rows now
-- drops-table: table shelf goes, with its 1 row
-- irreversible: down makes table shelf again, without its rows

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer PRIMARY KEY, name varchar(40), shelf integer);

INSERT INTO "item" ("id", "name", "shelf")
SELECT "id", "name", "shelf" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";

DROP TABLE "shelf";
