CREATE TABLE item (
    id integer PRIMARY KEY,
    name text,
    CONSTRAINT item_name UNIQUE (name)
);
