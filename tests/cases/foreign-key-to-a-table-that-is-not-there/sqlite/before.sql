CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author (id),
    name text
);
