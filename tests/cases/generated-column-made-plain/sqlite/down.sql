-- change column box.area: generated expression
--
-- Dangers:
-- drops-data: column box.area is computed from now on: values that it may hold go
-- rewrites-table: every row of table box is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "box" RENAME TO "__migrate_old_box";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE box (
    id integer PRIMARY KEY,
    width integer NOT NULL,
    height integer NOT NULL,
    area integer GENERATED ALWAYS AS (width * height) STORED
);

INSERT INTO "box" ("id", "width", "height")
SELECT "id", "width", "height" FROM "__migrate_old_box";

DROP TABLE "__migrate_old_box";
