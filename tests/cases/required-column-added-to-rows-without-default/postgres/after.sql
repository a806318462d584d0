CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40) NOT NULL,
    stock integer NOT NULL
);
