-- change column reading.value: type
--
-- Dangers:
-- narrows-type: column reading.value goes from integer to varchar(20): values may not fit
-- needs-cast: column reading.value goes from integer to varchar(20): values may be converted
-- rewrites-table: every row of table reading is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "reading" RENAME TO "__migrate_old_reading";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE reading (id integer PRIMARY KEY, value varchar(20));

INSERT INTO "reading" ("id", "value")
SELECT "id", "value" FROM "__migrate_old_reading";

DROP TABLE "__migrate_old_reading";
