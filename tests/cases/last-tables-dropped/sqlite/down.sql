-- create table author
-- create table book

CREATE TABLE author (
    id integer PRIMARY KEY AUTOINCREMENT,
    name varchar(80) NOT NULL
);

CREATE TABLE book (
    id integer PRIMARY KEY AUTOINCREMENT,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE RESTRICT,
    title varchar(80) NOT NULL
);

CREATE INDEX book_title ON book (title);
