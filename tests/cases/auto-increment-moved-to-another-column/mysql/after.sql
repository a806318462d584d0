CREATE TABLE item (
    id integer PRIMARY KEY,
    ticket integer NOT NULL AUTO_INCREMENT,
    name varchar(40),
    UNIQUE (ticket)
);
