-- rename foreign key fk_book_author_id to book_author on book
--
-- Dangers:
-- rewrites-table: every row of table book is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer,
    CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id)
);

INSERT INTO "book" ("id", "author_id")
SELECT "id", "author_id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
