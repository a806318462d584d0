CREATE TABLE thing (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
CREATE VIEW cheap AS SELECT id, name FROM thing WHERE price < 10;
