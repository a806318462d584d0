-- change column reading.value: type
--
-- Dangers:
-- needs-cast: column reading.value goes from BLOB to TEXT: values may be converted
-- rewrites-table: every row of table reading is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "reading" RENAME TO "__migrate_old_reading";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE reading (id integer PRIMARY KEY, value TEXT);

INSERT INTO "reading" ("id", "value")
SELECT "id", CAST("value" AS TEXT) FROM "__migrate_old_reading";

DROP TABLE "__migrate_old_reading";
