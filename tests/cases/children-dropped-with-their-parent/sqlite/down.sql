-- create table author
-- create table book
-- create table note
-- create table page
-- create table prize

CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));

CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE CASCADE
);

CREATE TABLE note (
    id integer PRIMARY KEY,
    author_id integer REFERENCES author (id) ON DELETE SET NULL
);

CREATE TABLE page (
    id integer PRIMARY KEY,
    book_id integer NOT NULL REFERENCES book (id) ON DELETE CASCADE
);

CREATE TABLE prize (
    id integer PRIMARY KEY,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE RESTRICT
);
