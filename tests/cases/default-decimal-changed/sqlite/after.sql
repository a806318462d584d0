CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark decimal(6, 2) NOT NULL DEFAULT 1.00
);
