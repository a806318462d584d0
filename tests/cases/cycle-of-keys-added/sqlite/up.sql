-- create foreign key person_team on person
-- create foreign key team_lead on team
--
-- Dangers:
-- rewrites-table: every row of table person is written again, 2 rows now
-- rewrites-table: every row of table team is written again, 2 rows now

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
    ('person', 0),
    ('team', 0);

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (
    id integer PRIMARY KEY,
    team_id integer,
    CONSTRAINT person_team FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE CASCADE
);

INSERT INTO "person" ("id", "team_id")
SELECT "id", "team_id" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "team" RENAME TO "__migrate_old_team";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE team (
    id integer PRIMARY KEY,
    lead_id integer,
    CONSTRAINT team_lead FOREIGN KEY (lead_id) REFERENCES person (id) ON DELETE SET NULL
);

INSERT INTO "team" ("id", "lead_id")
SELECT "id", "lead_id" FROM "__migrate_old_team";

DROP TABLE "__migrate_old_team";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
