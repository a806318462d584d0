-- change column book.name: type, drop not null
--
-- Dangers:
-- narrows-type: column book.name goes from varchar(19) to varchar(9): values may not fit
-- rewrites-table: every row of table book is written again

-- only rows that lose their parent now stop this migration; those without one before do not
PRAGMA defer_foreign_keys = ON;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author,
    name varchar(9)
);

INSERT INTO "book" ("id", "author_id", "name")
SELECT "id", "author_id", "name" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
