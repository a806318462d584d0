CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    mark timestamptz NOT NULL DEFAULT now()
);
