-- change column book.pages: type, drop not null
--
-- Dangers:
-- narrows-type: column book.pages goes from TEXT to INTEGER: values may not fit
-- needs-cast: column book.pages goes from TEXT to INTEGER: values may be converted
-- rewrites-table: every row of table book is written again

-- only rows that lose their parent now stop this migration; those without one before do not
PRAGMA defer_foreign_keys = ON;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author (id), pages INTEGER);

INSERT INTO "book" ("id", "author_id", "pages")
SELECT "id", "author_id", "pages" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
