CREATE TABLE author (id integer PRIMARY KEY, book_id integer);
CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author (id) ON DELETE CASCADE
);
