CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    code integer,
    CONSTRAINT item_once UNIQUE (name)
);
