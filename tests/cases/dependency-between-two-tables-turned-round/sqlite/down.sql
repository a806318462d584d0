-- drop foreign key (unnamed) on author
-- create foreign key (unnamed) on book
--
-- Dangers:
-- rewrites-table: every row of table author is written again
-- rewrites-table: every row of table book is written again
-- foreign-key-on-rows: foreign key without a name on book: a row that breaks it stops the migration

PRAGMA legacy_alter_table = ON;

ALTER TABLE "author" RENAME TO "__migrate_old_author";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE author (id integer PRIMARY KEY, book_id integer);

INSERT INTO "author" ("id", "book_id")
SELECT "id", "book_id" FROM "__migrate_old_author";

DROP TABLE "__migrate_old_author";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author (id) ON DELETE CASCADE
);

INSERT INTO "book" ("id", "author_id")
SELECT "id", "author_id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
