-- drop foreign key person_team on person
-- drop foreign key team_lead on team
--
-- Dangers:
-- rewrites-table: every row of table person is written again
-- rewrites-table: every row of table team is written again

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (id integer PRIMARY KEY, team_id integer);

INSERT INTO "person" ("id", "team_id")
SELECT "id", "team_id" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "team" RENAME TO "__migrate_old_team";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE team (id integer PRIMARY KEY, lead_id integer);

INSERT INTO "team" ("id", "lead_id")
SELECT "id", "lead_id" FROM "__migrate_old_team";

DROP TABLE "__migrate_old_team";

COMMIT;

PRAGMA foreign_keys = ON;
