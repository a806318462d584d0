-- create foreign key person_boss on person
--
-- Dangers:
-- rewrites-table: every row of table person is written again, 3 rows now

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
    ('person', 0);

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (
    id integer PRIMARY KEY,
    boss_id integer,
    CONSTRAINT person_boss FOREIGN KEY (boss_id) REFERENCES person (id) ON DELETE SET NULL
);

INSERT INTO "person" ("id", "boss_id")
SELECT "id", "boss_id" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
