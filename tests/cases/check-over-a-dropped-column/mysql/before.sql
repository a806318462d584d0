CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_either CHECK (name IS NOT NULL OR size > 0)
);
