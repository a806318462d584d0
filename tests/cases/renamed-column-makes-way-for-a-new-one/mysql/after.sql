CREATE TABLE item (
    id integer PRIMARY KEY,
    full_name varchar(40) NOT NULL,
    name varchar(10)
);
