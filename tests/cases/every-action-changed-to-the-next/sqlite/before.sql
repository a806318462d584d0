CREATE TABLE author (id integer PRIMARY KEY, name varchar(40));
CREATE TABLE book (
    id integer PRIMARY KEY,
    a integer,
    b integer,
    c integer,
    d integer,
    e integer,
    CONSTRAINT book_a FOREIGN KEY (a) REFERENCES author (id),
    CONSTRAINT book_b FOREIGN KEY (b) REFERENCES author (id) ON DELETE RESTRICT,
    CONSTRAINT book_c FOREIGN KEY (c) REFERENCES author (id) ON DELETE CASCADE,
    CONSTRAINT book_d FOREIGN KEY (d) REFERENCES author (id) ON DELETE SET NULL,
    CONSTRAINT book_e FOREIGN KEY (e) REFERENCES author (id) ON DELETE SET DEFAULT
);
