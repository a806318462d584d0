CREATE TABLE item (
    id integer PRIMARY KEY,
    name varchar(40),
    size integer,
    CONSTRAINT item_name CHECK (name IN ('pen', 'ink')),
    CONSTRAINT item_size CHECK (size BETWEEN 1 AND 9)
);
CREATE TABLE part (item_id integer NOT NULL REFERENCES item (id) ON DELETE CASCADE);
