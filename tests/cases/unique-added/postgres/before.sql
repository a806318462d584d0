CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    CONSTRAINT item_id_first CHECK (id > 0)
);
