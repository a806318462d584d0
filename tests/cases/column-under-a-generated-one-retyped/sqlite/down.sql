-- change column box.width: type
-- change column box.area: type
--
-- Dangers:
-- narrows-type: column box.width goes from bigint to integer: values may not fit
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
