-- create foreign key book_editor on book
--
-- Dangers:
-- rewrites-table: every row of table book is written again, 2 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer NOT NULL,
    editor_id integer,
    CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
    CONSTRAINT book_editor FOREIGN KEY (editor_id) REFERENCES author (id) ON DELETE SET NULL
);

INSERT INTO "book" ("id", "author_id", "editor_id")
SELECT "id", "author_id", "editor_id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
