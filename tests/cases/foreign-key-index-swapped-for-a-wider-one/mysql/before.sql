CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer,
    year integer,
    KEY book_author (author_id),
    CONSTRAINT book_author_fk FOREIGN KEY (author_id) REFERENCES author (id)
);
