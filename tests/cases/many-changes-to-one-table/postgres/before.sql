CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    price varchar(20),
    old integer,
    size integer DEFAULT 1
);
CREATE INDEX item_old ON item (old);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
