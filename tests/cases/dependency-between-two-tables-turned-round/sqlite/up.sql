-- create foreign key (unnamed) on author
-- drop foreign key (unnamed) on book
--
-- Dangers:
-- rewrites-table: every row of table author is written again, 2 rows now
-- rewrites-table: every row of table book is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (id integer PRIMARY KEY, author_id integer);

INSERT INTO "book" ("id", "author_id")
SELECT "id", "author_id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "author" RENAME TO "__migrate_old_author";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE author (
    id integer PRIMARY KEY,
    book_id integer REFERENCES book (id) ON DELETE CASCADE
);

INSERT INTO "author" ("id", "book_id")
SELECT "id", "book_id" FROM "__migrate_old_author";

DROP TABLE "__migrate_old_author";
