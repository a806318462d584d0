CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    gone integer
);
CREATE INDEX item_a ON item (name);
CREATE INDEX item_b ON item (size);
