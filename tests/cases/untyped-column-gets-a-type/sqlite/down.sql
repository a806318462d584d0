-- change column reading.value: type
--
-- Dangers:
-- rewrites-table: every row of table reading is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "reading" RENAME TO "__migrate_old_reading";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE reading (id INTEGER PRIMARY KEY, value);

INSERT INTO "reading" ("id", "value")
SELECT "id", "value" FROM "__migrate_old_reading";

DROP TABLE "__migrate_old_reading";
