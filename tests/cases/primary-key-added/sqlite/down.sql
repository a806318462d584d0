-- drop primary key (unnamed) on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (id integer NOT NULL, name varchar(40));

INSERT INTO "item" (rowid, "id", "name")
SELECT rowid, "id", "name" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
