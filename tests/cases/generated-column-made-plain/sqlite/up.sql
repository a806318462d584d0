-- change column box.area: generated expression
--
-- Dangers:
-- rewrites-table: every row of table box is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "box" RENAME TO "__migrate_old_box";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE box (
    id integer PRIMARY KEY,
    width integer NOT NULL,
    height integer NOT NULL,
    area integer
);

INSERT INTO "box" ("id", "width", "height", "area")
SELECT "id", "width", "height", "area" FROM "__migrate_old_box";

DROP TABLE "__migrate_old_box";
