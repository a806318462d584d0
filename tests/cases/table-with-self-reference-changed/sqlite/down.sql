-- change column person.name: type, drop not null
--
-- Dangers:
-- narrows-type: column person.name goes from varchar(60) to varchar(20): values may not fit
-- rewrites-table: every row of table person is written again

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of person have lost their parent" CHECK ("child" <> 'person' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('person', (SELECT count(*) FROM pragma_foreign_key_check('person')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (
    id integer PRIMARY KEY,
    boss_id integer REFERENCES person (id) ON DELETE CASCADE,
    name varchar(20)
);

INSERT INTO "person" ("id", "boss_id", "name")
SELECT "id", "boss_id", "name" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
