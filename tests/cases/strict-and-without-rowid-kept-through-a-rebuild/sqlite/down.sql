-- drop check (unnamed) on item
--
-- Dangers:
-- rewrites-table: every row of table item is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "item" RENAME TO "__migrate_old_item";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE item (code text NOT NULL PRIMARY KEY, size int) STRICT, WITHOUT ROWID;

INSERT INTO "item" ("code", "size")
SELECT "code", "size" FROM "__migrate_old_item";

DROP TABLE "__migrate_old_item";
