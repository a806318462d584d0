-- change foreign key book_author on book
--
-- Dangers:
-- rewrites-table: every row of table book is written again, 3 rows now

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer,
    CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE SET NULL ON UPDATE CASCADE
);

INSERT INTO "book" ("id", "author_id")
SELECT "id", "author_id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
