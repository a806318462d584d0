CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE book (
    id integer PRIMARY KEY,
    author_id integer,
    CONSTRAINT fk_book_author_id FOREIGN KEY (author_id) REFERENCES author (id)
);
