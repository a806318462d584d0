CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    done boolean NOT NULL DEFAULT false
);
