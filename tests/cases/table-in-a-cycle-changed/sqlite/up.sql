-- change column person.team_id: set not null
-- add column team.name
--
-- Dangers:
-- rewrites-table: every row of table person is written again, 2 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of person have lost their parent" CHECK ("child" <> 'person' OR "broken" >= 0),
    CONSTRAINT "rows of team have lost their parent" CHECK ("child" <> 'team' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('person', (SELECT count(*) FROM pragma_foreign_key_check('person'))),
    ('team', (SELECT count(*) FROM pragma_foreign_key_check('team')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (
    id integer PRIMARY KEY,
    team_id integer NOT NULL,
    CONSTRAINT person_team FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE
);

INSERT INTO "person" ("id", "team_id")
SELECT "id", "team_id" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

ALTER TABLE "team" ADD COLUMN "name" varchar(9) NOT NULL DEFAULT '';

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
