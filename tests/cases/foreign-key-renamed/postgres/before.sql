CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer,
    CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id)
);
