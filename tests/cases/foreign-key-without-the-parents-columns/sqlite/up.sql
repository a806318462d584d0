-- change column book.name: type, set not null
--
-- Dangers:
-- rewrites-table: every row of table book is written again, 1 row now

-- rows that had no parent before are no fault of this migration
PRAGMA defer_foreign_keys = ON;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author,
    name varchar(19) NOT NULL
);

INSERT INTO "book" ("id", "author_id", "name")
SELECT "id", "author_id", "name" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
