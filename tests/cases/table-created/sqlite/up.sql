-- create table book

CREATE TABLE book (
    id integer PRIMARY KEY AUTOINCREMENT,
    author_id integer NOT NULL,
    title varchar(80) NOT NULL DEFAULT '',
    pages integer,
    CONSTRAINT book_title UNIQUE (author_id, title),
    CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
    CONSTRAINT book_pages CHECK (pages > 0)
);

CREATE INDEX book_by_pages ON book (pages);
