-- drop column book.author_id
-- drop foreign key (unnamed) on book
-- drop table author
--
-- Dangers:
-- drops-column: column book.author_id goes, with its values in 2 rows
-- irreversible: down makes column book.author_id again, without its values
-- rewrites-table: every row of table book is written again, 3 rows now
-- drops-table: table author goes, with its 2 rows
-- irreversible: down makes table author again, without its rows

PRAGMA legacy_alter_table = ON;

ALTER TABLE "book" RENAME TO "__migrate_old_book";

PRAGMA legacy_alter_table = OFF;

CREATE TABLE book (id integer PRIMARY KEY);

INSERT INTO "book" ("id")
SELECT "id" FROM "__migrate_old_book";

DROP TABLE "__migrate_old_book";

DROP TABLE "author";
