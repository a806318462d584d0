CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark datetime NOT NULL DEFAULT '2000-01-01 00:00:00'
);
