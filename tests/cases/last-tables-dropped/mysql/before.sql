CREATE TABLE author (
    id integer AUTO_INCREMENT PRIMARY KEY,
    name varchar(80) NOT NULL
);
CREATE TABLE book (
    id integer AUTO_INCREMENT PRIMARY KEY,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE RESTRICT,
    title varchar(80) NOT NULL
);
CREATE INDEX book_title ON book (title);
