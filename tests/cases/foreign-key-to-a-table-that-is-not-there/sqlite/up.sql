-- change column book.name: set not null
--
-- Dangers:
-- rewrites-table: every row of table book is written again, 1 row now

-- With foreign keys enforced, dropping a table would reach the rows that lead to it
PRAGMA foreign_keys = OFF;

BEGIN IMMEDIATE;

-- only rows that lose their parent now stop this migration; those without one before do not
CREATE TEMP TABLE "__migrate_keys" (
    "child" TEXT NOT NULL,
    "broken" INTEGER NOT NULL,
    CONSTRAINT "rows of book have lost their parent" CHECK ("child" <> 'book' OR "broken" >= 0)
);

INSERT INTO temp."__migrate_keys" ("child", "broken") VALUES
    ('book', (SELECT count(*) FROM pragma_foreign_key_check('book')));

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author (id),
    name text NOT NULL
);

INSERT INTO "book" ("id", "author_id", "name")
SELECT "id", "author_id", "name" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";

UPDATE temp."__migrate_keys" SET "broken" = "broken" - (SELECT count(*) FROM pragma_foreign_key_check("child"));

DROP TABLE temp."__migrate_keys";

COMMIT;

PRAGMA foreign_keys = ON;
