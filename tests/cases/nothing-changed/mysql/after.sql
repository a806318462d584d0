CREATE TABLE author (
    id integer AUTO_INCREMENT PRIMARY KEY,
    name varchar(80) NOT NULL DEFAULT ''
);
CREATE TABLE book (
    id integer AUTO_INCREMENT PRIMARY KEY,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE CASCADE,
    title varchar(80) NOT NULL,
    pages integer CHECK (pages > 0),
    UNIQUE (author_id, title)
);
CREATE INDEX book_title ON book (title);
