-- change column author.name: type, set not null
-- change column note.author_id: default
-- change column page.book_id: drop not null
--
-- Dangers:
-- rewrites-table: every row of table author is written again, 2 rows now
-- rewrites-table: every row of table note is written again, 2 rows now
-- rewrites-table: every row of table page is written again, 3 rows now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of book have lost their parent" CHECK ("child" <> 'book' OR "broken" >= 0),
    CONSTRAINT "rows of note have lost their parent" CHECK ("child" <> 'note' OR "broken" >= 0),
    CONSTRAINT "rows of page have lost their parent" CHECK ("child" <> 'page' OR "broken" >= 0),
    CONSTRAINT "rows of prize have lost their parent" CHECK ("child" <> 'prize' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('book', (SELECT count(*) FROM pragma_foreign_key_check('book'))),
    ('note', (SELECT count(*) FROM pragma_foreign_key_check('note'))),
    ('page', (SELECT count(*) FROM pragma_foreign_key_check('page'))),
    ('prize', (SELECT count(*) FROM pragma_foreign_key_check('prize')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "author" RENAME TO "__migrate_old_author";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE author (id integer PRIMARY KEY, name varchar(80) NOT NULL);

INSERT INTO "author" ("id", "name")
SELECT "id", "name" FROM "__migrate_old_author";

DROP TABLE "__migrate_old_author";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "note" RENAME TO "__migrate_old_note";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE note (
    id integer PRIMARY KEY,
    author_id integer DEFAULT 1 REFERENCES author (id) ON DELETE SET NULL
);

INSERT INTO "note" ("id", "author_id")
SELECT "id", "author_id" FROM "__migrate_old_note";

DROP TABLE "__migrate_old_note";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "page" RENAME TO "__migrate_old_page";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE page (
    id integer PRIMARY KEY,
    book_id integer REFERENCES book (id) ON DELETE CASCADE
);

INSERT INTO "page" ("id", "book_id")
SELECT "id", "book_id" FROM "__migrate_old_page";

DROP TABLE "__migrate_old_page";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
