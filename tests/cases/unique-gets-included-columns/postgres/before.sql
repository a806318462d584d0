CREATE TABLE item (
    id integer PRIMARY KEY,
    name text,
    code text,
    CONSTRAINT item_code UNIQUE (code)
);
