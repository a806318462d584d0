CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price integer,
    size integer
);
