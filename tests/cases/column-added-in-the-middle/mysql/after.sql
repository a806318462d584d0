CREATE TABLE item (
    id integer PRIMARY KEY,
    colour varchar(10),
    name varchar(40) NOT NULL
);
