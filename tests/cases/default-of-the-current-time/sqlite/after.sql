CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark datetime NOT NULL DEFAULT CURRENT_TIMESTAMP
);
