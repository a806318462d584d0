-- create check (unnamed) on person
-- drop check (unnamed) on person
--
-- Dangers:
-- rewrites-table: every row of table person is written again
-- check-on-rows: check without a name on person: a row that breaks it stops the migration

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of day have lost their parent" CHECK ("child" <> 'day' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('day', (SELECT count(*) FROM pragma_foreign_key_check('day')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (
    id integer PRIMARY KEY,
    feels text NOT NULL DEFAULT 'ok' CHECK (feels IN ('sad', 'ok'))
);

INSERT INTO "person" ("id", "feels")
SELECT "id", "feels" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
