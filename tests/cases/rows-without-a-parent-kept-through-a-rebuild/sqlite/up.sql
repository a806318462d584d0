-- change column book.pages: type, set not null
--
-- Dangers:
-- needs-cast: column book.pages goes from INTEGER to TEXT: values are converted, 3 rows now
-- rewrites-table: every row of table book is written again, 3 rows now

-- only rows that lose their parent now stop this migration; those without one before do not
PRAGMA defer_foreign_keys = ON;

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author (id), pages TEXT NOT NULL);

INSERT INTO "book" ("id", "author_id", "pages")
SELECT "id", "author_id", "pages" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";
