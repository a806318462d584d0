CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark datetime DEFAULT CURRENT_TIMESTAMP
);
