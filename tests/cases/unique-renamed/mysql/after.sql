CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    CONSTRAINT item_name_once UNIQUE (name)
);
