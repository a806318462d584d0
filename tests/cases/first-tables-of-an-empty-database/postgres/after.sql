CREATE TABLE author (id serial PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE book (
    id serial PRIMARY KEY,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE CASCADE,
    title varchar(80) NOT NULL
);
CREATE INDEX book_title ON book (title);
