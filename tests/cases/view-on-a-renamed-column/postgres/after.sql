CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    cost integer,
    size integer
);
CREATE VIEW cheap AS SELECT id, name FROM item WHERE cost < 10;
