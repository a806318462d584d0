CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    sign varchar(10) NOT NULL
);
