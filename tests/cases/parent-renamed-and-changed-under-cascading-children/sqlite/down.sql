-- rename table writer to author
-- rename column author.full_name to name
-- change column author.name: type, drop not null
--
-- Dangers:
-- renames: table writer is called author from now on
-- renames: column writer.full_name is called name from now on
-- narrows-type: column writer.full_name goes from varchar(80) to varchar(40): values may not fit
-- rewrites-table: every row of table writer is written again

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of book have lost their parent" CHECK ("child" <> 'book' OR "broken" >= 0),
    CONSTRAINT "rows of note have lost their parent" CHECK ("child" <> 'note' OR "broken" >= 0),
    CONSTRAINT "rows of prize have lost their parent" CHECK ("child" <> 'prize' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('book', (SELECT count(*) FROM pragma_foreign_key_check('book'))),
    ('note', (SELECT count(*) FROM pragma_foreign_key_check('note'))),
    ('prize', (SELECT count(*) FROM pragma_foreign_key_check('prize')));

ALTER TABLE "writer" RENAME TO "author";

ALTER TABLE "author" RENAME COLUMN "full_name" TO "name";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "author" RENAME TO "__migrate_old_author";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));

INSERT INTO "author" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_author";

DROP TABLE "__migrate_old_author";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
