CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    code varchar(40) UNIQUE
);
