-- change foreign key book_a on book
-- change foreign key book_b on book
-- change foreign key book_c on book
-- change foreign key book_d on book
-- change foreign key book_e on book
--
-- Dangers:
-- rewrites-table: every row of table book is written again

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (
    id integer PRIMARY KEY,
    a integer,
    b integer,
    c integer,
    d integer,
    e integer,
    CONSTRAINT book_a FOREIGN KEY (a) REFERENCES author (id),
    CONSTRAINT book_b FOREIGN KEY (b) REFERENCES author (id) ON DELETE RESTRICT,
    CONSTRAINT book_c FOREIGN KEY (c) REFERENCES author (id) ON DELETE CASCADE,
    CONSTRAINT book_d FOREIGN KEY (d) REFERENCES author (id) ON DELETE SET NULL,
    CONSTRAINT book_e FOREIGN KEY (e) REFERENCES author (id) ON DELETE SET DEFAULT
);

INSERT INTO "book" ("id", "a", "b", "c", "d", "e")
SELECT "id", "a", "b", "c", "d", "e" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
