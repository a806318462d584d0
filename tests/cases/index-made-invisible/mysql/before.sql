CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    gone integer
);
CREATE INDEX item_name ON item (name);
