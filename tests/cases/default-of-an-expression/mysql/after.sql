CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark varchar(60) DEFAULT (concat(upper('a'), 1 + 2))
);
