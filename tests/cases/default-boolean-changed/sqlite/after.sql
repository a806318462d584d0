CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark boolean NOT NULL DEFAULT false
);
