CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CHECK (size > 0)
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
