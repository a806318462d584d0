CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark bytea NOT NULL DEFAULT '\x00ff'
);
