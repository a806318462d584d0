CREATE TABLE item (
    id integer AUTO_INCREMENT PRIMARY KEY,
    ticket integer NOT NULL,
    name varchar(40),
    UNIQUE (ticket)
);
