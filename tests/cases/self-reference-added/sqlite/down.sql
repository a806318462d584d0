-- drop foreign key person_boss on person
--
-- Dangers:
-- rewrites-table: every row of table person is written again

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "person" RENAME TO "__migrate_old_person";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE person (id integer PRIMARY KEY, boss_id integer);

INSERT INTO "person" ("id", "boss_id")
SELECT "id", "boss_id" FROM "__migrate_old_person";

DROP TABLE "__migrate_old_person";

COMMIT;

PRAGMA foreign_keys = ON;
