-- rename table author to writer
-- rename column writer.name to full_name
-- change column writer.full_name: type, set not null
--
-- Dangers:
-- renames: table author is called writer from now on
-- renames: column author.name is called full_name from now on
-- rewrites-table: every row of table author is written again, 2 rows now

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

ALTER TABLE "author" RENAME TO "writer";

ALTER TABLE "writer" RENAME COLUMN "name" TO "full_name";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "writer" RENAME TO "__migrate_old_writer";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE writer (id integer PRIMARY KEY, full_name varchar(80) NOT NULL);

INSERT INTO "writer" ("id", "full_name")
SELECT "id", "full_name" FROM "__migrate_old_writer";

DROP TABLE "__migrate_old_writer";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
