CREATE TABLE book (id integer PRIMARY KEY, author_id integer);
CREATE TABLE author (
    id integer PRIMARY KEY,
    book_id integer REFERENCES book (id) ON DELETE CASCADE
);
