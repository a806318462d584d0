-- create table item
-- create view cheap

CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);

CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
