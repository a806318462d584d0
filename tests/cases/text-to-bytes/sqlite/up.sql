-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from TEXT to BLOB: values are converted, 2 rows now
-- rewrites-table: every row of table reading is written again, 3 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "reading" RENAME TO "__migrate_old_reading";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE reading (id integer PRIMARY KEY, value BLOB);

INSERT INTO "reading" ("id", "value")
SELECT "id", CAST("value" AS BLOB) FROM "__migrate_old_reading";

DROP TABLE "__migrate_old_reading";
