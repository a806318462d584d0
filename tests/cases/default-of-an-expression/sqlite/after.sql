CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark text DEFAULT (upper('a') || (1 + 2))
);
