CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer NOT NULL,
    colour varchar(9)
);
CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
