-- change column reading.value: type, default
--
-- Dangers:
-- needs-cast: column reading.value goes from varchar(20) to integer: values are converted, 2 rows now
-- irreversible: down may not bring back the values of column reading.value as they were from varchar(20) to integer
-- rewrites-table: every row of table reading is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "reading" RENAME TO "__migrate_old_reading";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE reading (id integer PRIMARY KEY, value integer DEFAULT 1 NOT NULL);

INSERT INTO "reading" ("id", "value")
SELECT "id", "value" FROM "__migrate_old_reading";

DROP TABLE "__migrate_old_reading";
