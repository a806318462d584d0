CREATE TABLE author (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);
CREATE TABLE book (
    id INTEGER PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    pages INTEGER NOT NULL,
    author_id INTEGER NOT NULL REFERENCES author (id),
    note TEXT
);
CREATE INDEX ix_book_author_id ON book (author_id);
INSERT INTO author (id, name)
WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1000)
SELECT value, 'author ' || value FROM n;
INSERT INTO book (id, title, pages, author_id, note)
WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 10000)
SELECT value, 'book ' || value, value % 500, 1 + value % 1000, CASE value % 2 WHEN 0 THEN 'note' END
FROM n;
